using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>The documents of a folder at one time, and all that is known of them. Immutable; findings are looked for when they are asked for.</summary>
internal sealed class ContentSnapshot
{
    private readonly Dictionary<string, Article> _articles;
    private readonly Dictionary<string, ContentFile> _files;
    private readonly Lock _lock = new();
    private ILookup<string, Diagnostic>? _diagnostics;

    public ContentSnapshot(
        KnowledgeBase knowledgeBase,
        IReadOnlyList<ContentFile> files,
        ImmutableDictionary<string, OpenDocument> open,
        RuleSession rules,
        LanguageSettings settings,
        LoadOptions loadOptions)
    {
        KnowledgeBase = knowledgeBase;
        Open = open;
        Rules = rules;
        Settings = settings;
        LoadOptions = loadOptions;
        Files = files;
        _files = files.ToDictionary(f => Path.GetFullPath(f.Path), DocumentUri.PathComparer);
        _articles = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).ToDictionary(a => Path.GetFullPath(a.Text.Path), DocumentUri.PathComparer);
    }

    public KnowledgeBase KnowledgeBase { get; }

    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>The open documents, by full path.</summary>
    public ImmutableDictionary<string, OpenDocument> Open { get; }

    public RuleSession Rules { get; }

    public LanguageSettings Settings { get; }

    public LoadOptions LoadOptions { get; }

    public ContentFile? FileAt(string path) => _files.GetValueOrDefault(path);

    /// <summary>What was understood of a document; null where nothing could be.</summary>
    public Article? ArticleAt(string path) => _articles.GetValueOrDefault(path);

    /// <summary>The article that a thing stands in.</summary>
    public Article ArticleOf(KnowledgeItem item) => KnowledgeBase.Articles.Find(item.ArticleId)!.In(item.Locale)!;

    /// <summary>All findings, by the path that content calls a file.</summary>
    public ILookup<string, Diagnostic> Find(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _diagnostics ??= Rules.Analysis.Analyze(KnowledgeBase, cancellation)
                .Where(d => d.Severity >= Settings.Severity).ToLookup(d => d.Location.Path, StringComparer.Ordinal);
        }
    }

    /// <summary>What can be said of a file without looking at any other article.</summary>
    public IEnumerable<Diagnostic> FindAlone(string path, CancellationToken cancellation) =>
        Rules.Setup.Driver.AnalyzeAlone(KnowledgeBase, cancellation).Where(d => d.Severity >= Settings.Severity && d.Location.Path == path);

    /// <summary>The address of a file, as the client calls it where it has it open.</summary>
    public string UriOf(string path)
    {
        var full = Path.GetFullPath(path);
        return Open.TryGetValue(full, out var open) ? open.Uri : DocumentUri.Of(full);
    }

    public LspLocation LocationOf(SourceText text, TextSpan span) => new(UriOf(text.Path), text.RangeOf(span));
}
