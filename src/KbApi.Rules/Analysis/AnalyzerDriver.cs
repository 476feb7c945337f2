using System.Collections.Concurrent;
using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Alignment;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;
using KbApi.Rules.Suppressions;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Analysis;

/// <summary>Runs analyzers over content. Safe for several threads; the same content gives the same findings in the same order.</summary>
public sealed class AnalyzerDriver
{
    private readonly ImmutableArray<(ContentAnalyzer Analyzer, AnalysisContext Actions)> _analyzers;
    private readonly ImmutableArray<Diagnostic> _failed;
    private readonly AnalyzerOptions _options;

    /// <summary>A driver of some analyzers with default severities changed.</summary>
    public AnalyzerDriver(IEnumerable<ContentAnalyzer> analyzers, SeverityOptions severities)
        : this(analyzers, new AnalyzerOptions { Severities = severities })
    {
    }

    /// <summary>A driver of some analyzers.</summary>
    /// <param name="analyzers">The analyzers, each initialized here once.</param>
    /// <param name="options">What people have set.</param>
    public AnalyzerDriver(IEnumerable<ContentAnalyzer> analyzers, AnalyzerOptions options)
    {
        ArgumentNullException.ThrowIfNull(analyzers);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var initialized = ImmutableArray.CreateBuilder<(ContentAnalyzer, AnalysisContext)>();
        var failed = ImmutableArray.CreateBuilder<Diagnostic>();
        var supported = new List<DiagnosticDescriptor>();
        foreach (var analyzer in analyzers)
        {
            var actions = new AnalysisContext();
            try
            {
                analyzer.Initialize(actions);
                supported.AddRange(analyzer.SupportedDiagnostics);
                initialized.Add((analyzer, actions));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failed.Add(Failure(analyzer, "", e));
            }
        }

        _analyzers = initialized.ToImmutable();
        // Settings may name what a file's reading, the engine and these analyzers report.
        var rules = ReadingDiagnostics.All.Concat(EngineDiagnostics.All).Concat(BuiltInRules.Descriptors).Concat(supported).Distinct().ToList();
        failed.AddRange(options.Severities.Check(rules));
        _failed = failed.ToImmutable();
    }

    /// <summary>How many documents are analyzed at the same time; by default as many as there are processors. With one it is on the thread that asks.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>All findings about content, those of reading it included; suppressed ones left out.</summary>
    public ImmutableArray<Diagnostic> Analyze(KnowledgeBase knowledgeBase, CancellationToken cancellation = default) => Analyze(knowledgeBase, memory: null, cancellation);

    /// <summary>
    /// The findings that hang on each article alone, whatever other content there is: for a part of the content, while the rest is not read yet. Each of them is one of a run over everything.
    /// </summary>
    internal ImmutableArray<Diagnostic> AnalyzeAlone(KnowledgeBase knowledgeBase, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>(knowledgeBase.Diagnostics);
        foreach (var set in knowledgeBase.Articles.Items)
        {
            var syntax = SyntaxOf(set, knowledgeBase);
            foreach (var (analyzer, actions) in _analyzers)
            {
                var run = new AnalysisRun(knowledgeBase, _options.Vocabulary, cancellation);
                var own = new List<Diagnostic>();
                AnalyzeSet(run, syntax, analyzer, actions, own.Add);
                found.AddRange(run.HasSeenAll ? [] : own);
            }
        }

        // Which suppressions are needed is told when everything was looked at.
        var suppressed = SuppressionFilter.Apply(knowledgeBase, [.. found.Select(_options.Severities.Apply).OfType<Diagnostic>()], _options.Severities);
        return [.. suppressed.Where(d => !EngineDiagnostics.All.Contains(d.Descriptor)).Distinct(SamePlace.Instance).Order(DiagnosticOrder.Instance)];
    }

    /// <summary>The same, with what is remembered of articles that have not changed.</summary>
    internal ImmutableArray<Diagnostic> Analyze(KnowledgeBase knowledgeBase, IncrementalAnalysis? memory, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var run = new AnalysisRun(knowledgeBase, _options.Vocabulary, cancellation);
        var found = new ConcurrentBag<Diagnostic>();
        if (MaxParallelism == 1)
        {
            foreach (var set in knowledgeBase.Articles.Items)
            {
                AnalyzeSet(run, set, memory, found.Add);
            }
        }
        else
        {
            var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = MaxParallelism };
            Parallel.ForEach(knowledgeBase.Articles.Items, parallel, set => AnalyzeSet(run, set, memory, found.Add));
        }

        foreach (var (analyzer, actions) in _analyzers)
        {
            Run(analyzer, "", actions.KnowledgeBaseActions, new KnowledgeBaseAnalysisContext(run, Checked(analyzer, "", found.Add)), found.Add);
        }

        var all = _failed.Concat(_options.Diagnostics).Concat(knowledgeBase.Diagnostics).Concat(found).Select(_options.Severities.Apply).OfType<Diagnostic>();
        var suppressed = SuppressionFilter.Apply(knowledgeBase, [.. all], _options.Severities);
        return [.. suppressed.Distinct(SamePlace.Instance).Order(DiagnosticOrder.Instance)];
    }

    private void AnalyzeSet(AnalysisRun run, Localized<Article> articles, IncrementalAnalysis? memory, Action<Diagnostic> add)
    {
        if (memory is null)
        {
            AnalyzeSet(run, articles, add);
            return;
        }

        if (memory.Recall(articles) is not { } found)
        {
            var own = run with { };
            var fresh = new List<Diagnostic>();
            AnalyzeSet(own, articles, fresh.Add);
            found = [.. fresh];
            if (!own.HasSeenAll)
            {
                memory.Remember(articles, found);
            }
        }

        foreach (var diagnostic in found)
        {
            add(diagnostic);
        }
    }

    private void AnalyzeSet(AnalysisRun run, Localized<Article> articles, Action<Diagnostic> add)
    {
        var set = SyntaxOf(articles, run.KnowledgeBase);
        foreach (var (analyzer, actions) in _analyzers)
        {
            AnalyzeSet(run, set, analyzer, actions, add);
        }
    }

    private static LocaleSetSyntax SyntaxOf(Localized<Article> articles, KnowledgeBase knowledgeBase) =>
        new([.. articles.Variants.Select(v => new DocumentSyntax(v))], knowledgeBase.DefaultLocale);

    private static void AnalyzeSet(AnalysisRun run, LocaleSetSyntax set, ContentAnalyzer analyzer, AnalysisContext actions, Action<Diagnostic> add)
    {
        foreach (var document in set.Documents)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            AnalyzeDocument(run, document, analyzer, actions, add);
        }

        if (set.Documents.Length > 1 && actions.LocaleSetActions.Count > 0)
        {
            var path = set.Documents[0].Text.Path;
            Run(analyzer, path, actions.LocaleSetActions, new LocaleSetAnalysisContext(run, set, Checked(analyzer, path, add)), add);
        }
    }

    private static void AnalyzeDocument(AnalysisRun run, DocumentSyntax document, ContentAnalyzer analyzer, AnalysisContext actions, Action<Diagnostic> add)
    {
        var path = document.Text.Path;
        var report = Checked(analyzer, path, add);
        Run(analyzer, path, actions.ArticleActions, new ArticleAnalysisContext(run, document, report), add);
        if (actions.SectionActions.Count > 0)
        {
            foreach (var section in document.Article.Sections)
            {
                Run(analyzer, path, actions.SectionActions, new SectionAnalysisContext(run, document, section, report), add);
            }
        }

        if (actions.EntryActions.Count > 0)
        {
            foreach (var entry in document.Article.Entries)
            {
                Run(analyzer, path, actions.EntryActions, new EntryAnalysisContext(run, document, entry, report), add);
            }
        }

        if (actions.TableActions.Count > 0)
        {
            foreach (var table in document.Tables)
            {
                Run(analyzer, path, actions.TableActions, new TableAnalysisContext(run, document, table, report), add);
            }
        }
    }

    private static void Run<T>(ContentAnalyzer analyzer, string path, List<Action<T>> actions, T context, Action<Diagnostic> add)
        where T : ContentAnalysisContext
    {
        foreach (var action in actions)
        {
            try
            {
                action(context);
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                // One analyzer's fault must not take the others' findings away.
                add(Failure(analyzer, path, e));
            }
        }
    }

    private static Action<Diagnostic> Checked(ContentAnalyzer analyzer, string path, Action<Diagnostic> add) => diagnostic =>
    {
        if (analyzer.SupportedDiagnostics.Contains(diagnostic.Descriptor))
        {
            add(diagnostic);
        }
        else
        {
            add(Failure(analyzer, path, new InvalidOperationException($"It reported {diagnostic.Id}; add that to SupportedDiagnostics.")));
        }
    };

    private static Diagnostic Failure(ContentAnalyzer analyzer, string path, Exception e) =>
        Diagnostic.Create(EngineDiagnostics.AnalyzerThrew, Location.OfFile(path), analyzer.GetType().Name, e.GetType().Name, e.Message);
}
