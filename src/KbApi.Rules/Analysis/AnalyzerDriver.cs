using System.Collections.Concurrent;
using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
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
    private readonly SeverityOptions _severities;

    /// <summary>A driver of some analyzers.</summary>
    /// <param name="analyzers">The analyzers, each initialized here once.</param>
    /// <param name="severities">Severities that settings state.</param>
    public AnalyzerDriver(IEnumerable<ContentAnalyzer> analyzers, SeverityOptions severities)
    {
        ArgumentNullException.ThrowIfNull(analyzers);
        ArgumentNullException.ThrowIfNull(severities);
        _severities = severities;
        var initialized = ImmutableArray.CreateBuilder<(ContentAnalyzer, AnalysisContext)>();
        var failed = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var analyzer in analyzers)
        {
            var actions = new AnalysisContext();
            try
            {
                analyzer.Initialize(actions);
                initialized.Add((analyzer, actions));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failed.Add(Failure(analyzer, "", e));
            }
        }

        _analyzers = initialized.ToImmutable();
        _failed = failed.ToImmutable();
    }

    /// <summary>How many documents are analyzed at the same time; by default as many as there are processors.</summary>
    public int MaxParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>All findings about content, those of reading it included; suppressed ones left out.</summary>
    public ImmutableArray<Diagnostic> Analyze(KnowledgeBase knowledgeBase, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var sets = knowledgeBase.Articles.Items;
        var found = new ConcurrentBag<Diagnostic>();
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = MaxParallelism };
        Parallel.ForEach(sets, parallel, set => AnalyzeSet(knowledgeBase, set, found.Add, cancellation));
        foreach (var (analyzer, actions) in _analyzers)
        {
            var report = Checked(analyzer, "", found.Add);
            Run(analyzer, "", actions.KnowledgeBaseActions, new KnowledgeBaseAnalysisContext(knowledgeBase, report, cancellation), found.Add);
        }

        var all = _failed.Concat(knowledgeBase.Diagnostics).Concat(found).Select(_severities.Apply).OfType<Diagnostic>();
        var suppressed = SuppressionFilter.Apply(knowledgeBase, [.. all], _severities);
        return [.. suppressed.Distinct(SamePlace.Instance).Order(DiagnosticOrder.Instance)];
    }

    private void AnalyzeSet(KnowledgeBase knowledgeBase, Localized<Article> set, Action<Diagnostic> add, CancellationToken cancellation)
    {
        var documents = set.Variants.Select(v => new DocumentSyntax(v)).ToImmutableArray();
        foreach (var (analyzer, actions) in _analyzers)
        {
            foreach (var document in documents)
            {
                cancellation.ThrowIfCancellationRequested();
                AnalyzeDocument(knowledgeBase, document, analyzer, actions, add, cancellation);
            }

            if (documents.Length > 1 && actions.LocaleSetActions.Count > 0)
            {
                var path = documents[0].Text.Path;
                var context = new LocaleSetAnalysisContext(knowledgeBase, documents, Checked(analyzer, path, add), cancellation);
                Run(analyzer, path, actions.LocaleSetActions, context, add);
            }
        }
    }

    private static void AnalyzeDocument(
        KnowledgeBase knowledgeBase, DocumentSyntax document, ContentAnalyzer analyzer, AnalysisContext actions, Action<Diagnostic> add, CancellationToken cancellation)
    {
        var path = document.Text.Path;
        var report = Checked(analyzer, path, add);
        Run(analyzer, path, actions.ArticleActions, new ArticleAnalysisContext(knowledgeBase, document, report, cancellation), add);
        if (actions.SectionActions.Count > 0)
        {
            foreach (var section in document.Article.Sections)
            {
                Run(analyzer, path, actions.SectionActions, new SectionAnalysisContext(knowledgeBase, document, section, report, cancellation), add);
            }
        }

        if (actions.EntryActions.Count > 0)
        {
            foreach (var entry in document.Article.Entries)
            {
                Run(analyzer, path, actions.EntryActions, new EntryAnalysisContext(knowledgeBase, document, entry, report, cancellation), add);
            }
        }

        if (actions.TableActions.Count > 0)
        {
            foreach (var table in document.Tables)
            {
                Run(analyzer, path, actions.TableActions, new TableAnalysisContext(knowledgeBase, document, table, report, cancellation), add);
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
