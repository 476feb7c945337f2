using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;
using KbApi.Rules.Drift;

namespace KbApi.Cli.Drift;

/// <summary>Loads documents and their originals, and has them compared.</summary>
internal static class DriftSession
{
    /// <exception cref="FileNotFoundException">One of the paths does not exist.</exception>
    public static DriftReport Run(ITerminal terminal, DriftInput input, CancellationToken cancellation)
    {
        var files = ContentDirectory.Find(input.Paths);
        var load = new LoadOptions { DefaultLocale = input.SourceLocale };
        var options = OptionsFor(input.Paths, files, load) with { Locale = input.Locale };
        return input.HasSourcePath
            ? Elsewhere(terminal, input, files, options, cancellation)
            : DriftReader.Read(ContentLoading.Load(terminal, files, load, cancellation), options, cancellation);
    }

    /// <summary>What documents are compared by: the words of their languages, and the originals as git knows them.</summary>
    public static DriftOptions OptionsFor(IEnumerable<string> paths, IReadOnlyList<ContentFile> files, LoadOptions load) => new()
    {
        ReportsMissingArticles = paths.Any(Directory.Exists),
        Vocabulary = RuleFiles.For([.. files.Select(f => f.Path)]).Vocabulary,
        OriginalAt = GitContent.Originals([.. files.Where(f => ContentLayout.IsConfiguration(f.RelativePath))], load),
    };

    private static DriftReport Elsewhere(ITerminal terminal, DriftInput input, IReadOnlyList<ContentFile> files, DriftOptions options, CancellationToken cancellation)
    {
        var load = new LoadOptions { DefaultLocale = input.DefaultLocale };
        var originals = Originals(input.Source!, files);
        var sources = ContentLoading.Load(terminal, originals, load, cancellation);
        var documents = ContentLoading.Load(terminal, files, load, cancellation);
        if (!sources.Articles.Items.Select(a => a.Id).Intersect(documents.Articles.Items.Select(a => a.Id), StringComparer.Ordinal).Any())
        {
            terminal.Error.WriteLine(terminal.Text("Lint_NoOriginal", input.Source!));
        }

        // Of one locale, and another than the documents': then the reader can understand tables by those of the original.
        if (sources.Locales is [var locale] && !documents.Locales.Contains(locale))
        {
            var aligned = originals.Select(o => o with { RelativePath = $"{locale}/{ContentLayout.Of(o).ArticleId}.md" });
            return DriftReader.Read(ContentLoading.Load(terminal, [.. files, .. aligned], load with { DefaultLocale = locale }, cancellation), options, cancellation);
        }

        return DriftReader.Read(Variants(sources, input.DefaultLocale), Variants(documents, input.DefaultLocale), options, cancellation);
    }

    /// <summary>The originals, without the documents themselves. One original of one document belongs to it, whatever their names.</summary>
    private static List<ContentFile> Originals(string source, IReadOnlyList<ContentFile> files)
    {
        var given = files.Select(f => Path.GetFullPath(f.Path)).ToHashSet(StringComparer.Ordinal);
        var documents = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        var originals = ContentDirectory.Find([source]).Where(f => !given.Contains(Path.GetFullPath(f.Path)) && !ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        return originals.Count == 1 && documents.Count == 1
            ? [originals[0] with { RelativePath = ContentLayout.Of(documents[0]).ArticleId + ".md" }]
            : originals;
    }

    private static List<Article> Variants(KnowledgeBase knowledgeBase, LocaleTag preferred) =>
        [.. knowledgeBase.Articles.Items.SelectMany(a => a.Variants).OrderByDescending(a => a.Locale == preferred)];
}
