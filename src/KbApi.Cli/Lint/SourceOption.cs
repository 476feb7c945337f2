using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;

namespace KbApi.Cli.Lint;

/// <summary>
/// <c>--source PATH</c>: what the documents were translated from, where it stands somewhere else. One original belongs to the one
/// document that is given, whatever their names; several, to the documents with the same path below theirs.
/// </summary>
internal static class SourceOption
{
    public static Option<string?> Create(ITerminal terminal) => new("--source") { Description = terminal.Text("Lint_Source"), HelpName = "PATH" };

    /// <summary>Whether the option fits the paths: a file is the original of one document, not of several.</summary>
    public static bool Fits(IReadOnlyCollection<string> paths, string? source) =>
        source is null || Directory.Exists(source) || (paths.Count == 1 && !Directory.Exists(paths.First()));

    /// <summary>The documents, and the originals as their counterparts in the default locale. Says so where none is the original of any.</summary>
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public static (IReadOnlyList<ContentFile> Files, IReadOnlySet<string> Sources) Find(ITerminal terminal, LintInput input)
    {
        var files = ContentDirectory.Find(input.Paths);
        if (input.Source is null)
        {
            return (files, new HashSet<string>(StringComparer.Ordinal));
        }

        var given = files.Select(f => Path.GetFullPath(f.Path)).ToHashSet(StringComparer.Ordinal);
        var documents = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        var originals = ContentDirectory.Find([input.Source]).Where(f => !given.Contains(Path.GetFullPath(f.Path)) && !ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        var isPair = originals.Count == 1 && documents.Count == 1;
        var aligned = originals.ConvertAll(o => o with
        {
            RelativePath = $"{input.Locale.Value}/{(isPair ? ContentLayout.Of(documents[0]).ArticleId + ".md" : o.RelativePath)}",
        });
        if (!documents.Select(IdOf).Intersect(aligned.Select(IdOf), StringComparer.Ordinal).Any())
        {
            terminal.Error.WriteLine(terminal.Text("Lint_NoOriginal", input.Source));
        }

        return ([.. files, .. aligned], originals.Select(o => o.Path).ToHashSet(StringComparer.Ordinal));
    }

    private static string IdOf(ContentFile file) => ContentLayout.Of(file).ArticleId;
}
