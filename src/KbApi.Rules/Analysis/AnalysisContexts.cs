using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Fixes;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Analysis;

/// <summary>What every action is given: the content as a whole, and where to report.</summary>
public abstract class ContentAnalysisContext
{
    private readonly Action<Diagnostic> _report;

    private protected ContentAnalysisContext(KnowledgeBase knowledgeBase, Action<Diagnostic> report, CancellationToken cancellation)
    {
        KnowledgeBase = knowledgeBase;
        _report = report;
        CancellationToken = cancellation;
    }

    /// <summary>All content.</summary>
    public KnowledgeBase KnowledgeBase { get; }

    /// <summary>Ends the run early.</summary>
    public CancellationToken CancellationToken { get; }

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
    internal ArticleAnalysisContext(KnowledgeBase knowledgeBase, DocumentSyntax document, Action<Diagnostic> report, CancellationToken cancellation)
        : base(knowledgeBase, report, cancellation) => Document = document;

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
    internal SectionAnalysisContext(KnowledgeBase knowledgeBase, DocumentSyntax document, Section section, Action<Diagnostic> report, CancellationToken cancellation)
        : base(knowledgeBase, document, report, cancellation) => Section = section;

    /// <summary>The section.</summary>
    public Section Section { get; }
}

/// <summary>An entry to look at.</summary>
public sealed class EntryAnalysisContext : ArticleAnalysisContext
{
    internal EntryAnalysisContext(KnowledgeBase knowledgeBase, DocumentSyntax document, Entry entry, Action<Diagnostic> report, CancellationToken cancellation)
        : base(knowledgeBase, document, report, cancellation) => Entry = entry;

    /// <summary>The entry.</summary>
    public Entry Entry { get; }
}

/// <summary>A table to look at.</summary>
public sealed class TableAnalysisContext : ArticleAnalysisContext
{
    internal TableAnalysisContext(KnowledgeBase knowledgeBase, DocumentSyntax document, TableSyntax table, Action<Diagnostic> report, CancellationToken cancellation)
        : base(knowledgeBase, document, report, cancellation) => Table = table;

    /// <summary>The table.</summary>
    public TableSyntax Table { get; }
}

/// <summary>An article in all its locales.</summary>
public sealed class LocaleSetAnalysisContext : ContentAnalysisContext
{
    internal LocaleSetAnalysisContext(KnowledgeBase knowledgeBase, ImmutableArray<DocumentSyntax> documents, Action<Diagnostic> report, CancellationToken cancellation)
        : base(knowledgeBase, report, cancellation)
    {
        Documents = documents;
        Source = documents.FirstOrDefault(d => d.Article.Locale == knowledgeBase.DefaultLocale);
    }

    /// <summary>The article in each locale, ordered by locale; at least two.</summary>
    public ImmutableArray<DocumentSyntax> Documents { get; }

    /// <summary>The article in the default locale, which the others are translations of; or null.</summary>
    public DocumentSyntax? Source { get; }

    /// <summary>The articles that are translations.</summary>
    public IEnumerable<DocumentSyntax> Translations => Documents.Where(d => d != Source);

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
    internal KnowledgeBaseAnalysisContext(KnowledgeBase knowledgeBase, Action<Diagnostic> report, CancellationToken cancellation)
        : base(knowledgeBase, report, cancellation)
    {
    }
}
