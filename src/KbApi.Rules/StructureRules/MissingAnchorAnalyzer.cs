using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A link to a place in the document that is not there.</summary>
internal sealed class MissingAnchorAnalyzer() : ArticleAnalyzer(StructureDiagnostics.MissingAnchor)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        var sections = context.Article.Sections.Select(s => s.Anchor);
        var anchors = sections.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var link in Brackets.In(context.Document).Where(l => l.Kind == BracketKind.Inline && l.Target is ['#', _, ..] && !l.Target.StartsWith("#tab/", StringComparison.Ordinal)))
        {
            var anchor = Uri.UnescapeDataString(link.Target![1..]);
            if (!anchors.Contains(anchor) && !IsWritten(text, anchor))
            {
                context.Report(Rule, link.Span, anchor);
            }
        }
    }

    private static bool IsWritten(string text, string anchor) =>
        new[] { $"name=\"{anchor}\"", $"id=\"{anchor}\"", $"name='{anchor}'", $"id='{anchor}'", $"{{#{anchor}", $"{{: #{anchor}", $"#{anchor}}}" }
            .Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));
}
