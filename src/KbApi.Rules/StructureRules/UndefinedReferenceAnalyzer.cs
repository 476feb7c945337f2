using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>Words in brackets that were a link and lost their target.</summary>
internal sealed class UndefinedReferenceAnalyzer() : ArticleAnalyzer(StructureDiagnostics.UndefinedReference)
{
    private static readonly System.Buffers.SearchValues<char> NotInLinks = System.Buffers.SearchValues.Create("|=<>{}\"/,;");

    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        var links = Brackets.In(context.Document);
        // Brackets in brackets belong to a link that is there; Chinese and Japanese put names of controls into brackets.
        var isCustom = context.Article.Locale.Language is "zh" or "ja";
        foreach (var link in links.Where(l => !isCustom && l.Kind == BracketKind.Bare && IsLinkText(l.Text) && (l.Span.Start == 0 || text[l.Span.Start - 1] != '[')))
        {
            var targets = links.Where(l => l.Kind == BracketKind.Inline && l.Text == link.Text).Select(l => l.Target!).Distinct(StringComparer.Ordinal).ToList();
            var replacement = targets.Count == 1 ? $"[{link.Text}]({targets[0]})" : null;
            context.ReportReplaceable(Rule, context.Document, link.Span, replacement, link.Text);
        }
    }

    /// <summary>Several words: single ones in brackets are names of buttons, keys and placeholders.</summary>
    private static bool IsLinkText(string text) =>
        text.AsSpan().Count(' ') >= 2 && char.IsLetter(text[0]) && !text.AsSpan().ContainsAny(NotInLinks);
}
