using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Fixes;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>
/// One document with its translations and what configures the reader, to try changes on: mends findings, each mend checked on the text that it
/// makes, and tells whether a suppression does what it is for.
/// </summary>
internal sealed class ArticleTrial
{
    private readonly ContentSnapshot _snapshot;
    private readonly ContentFile _file;
    private readonly ImmutableArray<ContentFile> _files;
    private readonly KnowledgeBaseLoader _loader;
    private readonly string _text;
    private Dictionary<string, int>? _known;

    public ArticleTrial(ContentSnapshot snapshot, Article article)
    {
        _snapshot = snapshot;
        _text = article.Text.Content;
        _file = snapshot.FileAt(Path.GetFullPath(article.Text.Path))!;
        _loader = new KnowledgeBaseLoader(snapshot.LoadOptions);
        _files =
        [
            .. snapshot.Files.Where(f => ContentLayout.IsConfiguration(f.RelativePath)),
            .. snapshot.KnowledgeBase.Articles.Find(article.Id)!.Variants.Select(v => snapshot.FileAt(Path.GetFullPath(v.Text.Path))!),
        ];
    }

    /// <summary>The rules whose findings can be mended.</summary>
    public static bool IsFixable(ContentSnapshot snapshot, Diagnostic diagnostic) =>
        snapshot.Rules.Setup.FixProviders.Any(p => p.FixableDiagnosticIds.Contains(diagnostic.Id));

    /// <summary>The changes that mend some of the document's findings; empty where none is safe.</summary>
    public ImmutableArray<TextChange> Mend(Func<Diagnostic, bool> wants, CancellationToken cancellation)
    {
        var setup = _snapshot.Rules.Setup;
        var mended = new ContentFixer(setup.Driver, setup.FixProviders, _snapshot.LoadOptions).Fix(_files, d => d.Location.Path == _file.Path && wants(d), cancellation);
        return mended is [var file] ? file.Changes : [];
    }

    /// <summary>Whether a change takes away a finding of a rule, and brings none.</summary>
    public bool Takes(string rule, TextChange change, CancellationToken cancellation)
    {
        _known ??= CountIn(_text, cancellation);
        var after = CountIn(TextChanges.Apply(_text, [change]), cancellation);
        return after.GetValueOrDefault(rule) < _known.GetValueOrDefault(rule) && after.All(f => f.Value <= _known.GetValueOrDefault(f.Key));
    }

    private Dictionary<string, int> CountIn(string text, CancellationToken cancellation)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var files = _files.Select(f => f.Path == _file.Path ? ContentFile.InMemory(f.RelativePath, bytes) with { Path = f.Path } : f).ToList();
        return _snapshot.Rules.Setup.Driver.Analyze(_loader.Load(files, progress: null, cancellation), cancellation)
            .Where(d => d.Location.Path == _file.Path).CountBy(d => d.Id).ToDictionary(StringComparer.Ordinal);
    }
}
