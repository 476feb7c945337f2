using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Analysis;

/// <summary>A rule of one kind of finding that looks at each article.</summary>
/// <param name="rule">What it reports.</param>
internal abstract class ArticleAnalyzer(DiagnosticDescriptor rule) : ContentAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

    protected DiagnosticDescriptor Rule => rule;

    public sealed override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    protected abstract void Analyze(ArticleAnalysisContext context);
}

/// <summary>A rule of one kind of finding that looks at each table.</summary>
/// <param name="rule">What it reports.</param>
internal abstract class TableAnalyzer(DiagnosticDescriptor rule) : ContentAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

    protected DiagnosticDescriptor Rule => rule;

    public sealed override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterTableAction(Analyze);
    }

    protected abstract void Analyze(TableAnalysisContext context);
}
