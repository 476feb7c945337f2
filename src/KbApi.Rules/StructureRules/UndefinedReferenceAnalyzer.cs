using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>Words in brackets that were a link and lost their target.</summary>
internal sealed class UndefinedReferenceAnalyzer : ContentAnalyzer
{
    private static readonly System.Buffers.SearchValues<char> NotInLinks = System.Buffers.SearchValues.Create("|=<>{}\"/,;");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StructureDiagnostics.UndefinedReference];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    private static void Analyze(ArticleAnalysisContext context)
    {
        var links = Brackets.In(context.Document);
        foreach (var link in links.Where(l => l.Kind == BracketKind.Bare && IsLinkText(l.Text)))
        {
            var targets = links.Where(l => l.Kind == BracketKind.Inline && l.Text == link.Text).Select(l => l.Target!).Distinct(StringComparer.Ordinal).ToList();
            var replacement = targets.Count == 1 ? $"[{link.Text}]({targets[0]})" : null;
            context.ReportReplaceable(StructureDiagnostics.UndefinedReference, context.Document, link.Span, replacement, link.Text);
        }
    }

    /// <summary>Several words: single ones in brackets are names of buttons, keys and placeholders.</summary>
    private static bool IsLinkText(string text) =>
        text.AsSpan().Count(' ') >= 2 && char.IsLetter(text[0]) && !text.AsSpan().ContainsAny(NotInLinks);
}
