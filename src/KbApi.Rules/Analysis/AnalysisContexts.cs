using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Alignment;
using KbApi.Rules.Fixes;
using KbApi.Rules.Languages;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Analysis;

/// <summary>What every action is given: the content as a whole, and where to report.</summary>
public abstract class ContentAnalysisContext
{
    private readonly AnalysisRun _run;
    private readonly Action<Diagnostic> _report;

    private protected ContentAnalysisContext(AnalysisRun run, Action<Diagnostic> report)
    {
        _run = run;
        _report = report;
    }

    /// <summary>All content.</summary>
    public KnowledgeBase KnowledgeBase => _run.SeeAll();

    /// <summary>Ends the run early.</summary>
    public CancellationToken CancellationToken => _run.Cancellation;

    internal RuleVocabulary Vocabulary => _run.Vocabulary;

    /// <summary>Reports a finding.</summary>
    public void Report(Diagnostic diagnostic) => _report(diagnostic);

    /// <summary>Reports a finding that <see cref="ReplacementFixProvider"/> mends by putting a text in the place of the span.</summary>
    /// <param name="descriptor">What was found.</param>
    /// <param name="document">Where it was found.</param>
    /// <param name="span">The characters to replace; empty to insert.</param>
    /// <param name="replacement">What has to stand there, or null where no replacement is safe.</param>
    /// <param name="arguments">The values of the message.</param>
    public void ReportReplaceable(DiagnosticDescriptor descriptor, DocumentSyntax document, TextSpan span, string? replacement, params ImmutableArray<object> arguments)
    {
        ArgumentNullException.ThrowIfNull(document);
        var diagnostic = Diagnostic.Create(descriptor, Location.In(document.Text, span), arguments);
        Report(replacement is null
            ? diagnostic
            : diagnostic with { Properties = diagnostic.Properties.Add(ReplacementFixProvider.Property, replacement) });
    }
}

/// <summary>An article to look at.</summary>
public class ArticleAnalysisContext : ContentAnalysisContext
{
    internal ArticleAnalysisContext(AnalysisRun run, DocumentSyntax document, Action<Diagnostic> report)
        : base(run, report) => Document = document;

    /// <summary>The article's text as it is written.</summary>
    public DocumentSyntax Document { get; }

    /// <summary>What was understood of it.</summary>
    public Article Article => Document.Article;

    /// <summary>Reports a finding in the article.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params ImmutableArray<object> arguments) =>
        Report(Diagnostic.Create(descriptor, Location.In(Article.Text, span), arguments));
}

/// <summary>A section to look at.</summary>
public sealed class SectionAnalysisContext : ArticleAnalysisContext
{
    internal SectionAnalysisContext(AnalysisRun run, DocumentSyntax document, Section section, Action<Diagnostic> report)
        : base(run, document, report) => Section = section;

    /// <summary>The section.</summary>
    public Section Section { get; }
}

/// <summary>An entry to look at.</summary>
public sealed class EntryAnalysisContext : ArticleAnalysisContext
{
    internal EntryAnalysisContext(AnalysisRun run, DocumentSyntax document, Entry entry, Action<Diagnostic> report)
        : base(run, document, report) => Entry = entry;

    /// <summary>The entry.</summary>
    public Entry Entry { get; }
}

/// <summary>A table to look at.</summary>
public sealed class TableAnalysisContext : ArticleAnalysisContext
{
    internal TableAnalysisContext(AnalysisRun run, DocumentSyntax document, TableSyntax table, Action<Diagnostic> report)
        : base(run, document, report) => Table = table;

    /// <summary>The table.</summary>
    public TableSyntax Table { get; }
}

/// <summary>An article in all its locales.</summary>
public sealed class LocaleSetAnalysisContext : ContentAnalysisContext
{
    private readonly LocaleSetSyntax _set;

    internal LocaleSetAnalysisContext(AnalysisRun run, LocaleSetSyntax set, Action<Diagnostic> report)
        : base(run, report) => _set = set;

    /// <summary>The article in each locale, ordered by locale; at least two.</summary>
    public ImmutableArray<DocumentSyntax> Documents => _set.Documents;

    /// <summary>The article in the default locale, which the others are translations of; or null.</summary>
    public DocumentSyntax? Source => _set.Source;

    /// <summary>How each translation corresponds to <see cref="Source"/>; empty where there is no source.</summary>
    public ImmutableArray<DocumentAlignment> Alignments => _set.Source is null ? [] : _set.Alignments;

    /// <summary>How each other document corresponds to the source, or to the first document where there is no source.</summary>
    internal ImmutableArray<DocumentAlignment> AlignmentsOfAll => _set.Alignments;

    /// <summary>Reports a finding in one of the documents.</summary>
    public void Report(DiagnosticDescriptor descriptor, DocumentSyntax document, TextSpan span, params ImmutableArray<object> arguments)
    {
        ArgumentNullException.ThrowIfNull(document);
        Report(Diagnostic.Create(descriptor, Location.In(document.Text, span), arguments));
    }
}

/// <summary>All content.</summary>
public sealed class KnowledgeBaseAnalysisContext : ContentAnalysisContext
{
    internal KnowledgeBaseAnalysisContext(AnalysisRun run, Action<Diagnostic> report)
        : base(run, report)
    {
    }
}
