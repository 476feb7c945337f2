using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Lint;

/// <summary>
/// <c>--source PATH</c>: what the documents were translated from, where it stands somewhere else. A file is the original of the one
/// document that is given; the files of a folder are those of documents with the same path below theirs.
/// </summary>
internal static class SourceOption
{
    public static Option<string?> Create(ITerminal terminal) => new("--source") { Description = terminal.Text("Lint_Source"), HelpName = "PATH" };

    /// <summary>Whether the option fits the paths: a file is the original of one document, not of several.</summary>
    public static bool Fits(IReadOnlyCollection<string> paths, string? source) =>
        source is null || Directory.Exists(source) || (paths.Count == 1 && !Directory.Exists(paths.First()));

    /// <summary>The documents, and the originals as their counterparts in the default locale.</summary>
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public static (IReadOnlyList<ContentFile> Files, IReadOnlySet<string> Sources) Find(IReadOnlyCollection<string> paths, string? source, LocaleTag defaultLocale)
    {
        var files = ContentDirectory.Find(paths);
        if (source is null)
        {
            return (files, new HashSet<string>(StringComparer.Ordinal));
        }

        var given = files.Select(f => Path.GetFullPath(f.Path)).ToHashSet(StringComparer.Ordinal);
        var originals = ContentDirectory.Find([source]).Where(f => !given.Contains(Path.GetFullPath(f.Path)) && !ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        var isFile = File.Exists(source);
        var aligned = originals.Select(o => o with
        {
            RelativePath = $"{defaultLocale.Value}/{(isFile ? ContentLayout.Of(files[0]).ArticleId + ".md" : o.RelativePath)}",
        });
        return ([.. files, .. aligned], originals.Select(o => o.Path).ToHashSet(StringComparer.Ordinal));
    }
}
