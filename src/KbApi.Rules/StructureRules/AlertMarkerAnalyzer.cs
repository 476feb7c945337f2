using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>The marker of an alert that is misspelt, so that it is shown as text.</summary>
internal sealed class AlertMarkerAnalyzer() : ArticleAnalyzer(StructureDiagnostics.AlertMarker)
{
    private static readonly string[] Known = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            var content = context.Article.Text.Content.AsSpan(line.Span.Start, line.Span.Length);
            var start = content.IndexOf("[!");
            var close = start < 0 || content[..start].Trim() is not ">" ? -1 : content[start..].IndexOf(']');
            if (close < 0)
            {
                continue;
            }

            var word = content.Slice(start + 2, close - 2).ToString();
            if (Known.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            var meant = word.Length >= 3 && word.All(char.IsAsciiLetter) ? Known.FirstOrDefault(k => Spelling.IsOneLetterOff(word.ToUpperInvariant(), k)) : null;
            if (meant is not null)
            {
                context.ReportReplaceable(Rule, context.Document, new TextSpan(line.Span.Start + start + 2, word.Length), meant, word, meant);
            }
        }
    }
}
