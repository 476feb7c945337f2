using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A heading whose number signs touch its text, so that it is none.</summary>
internal sealed class HeadingWithoutSpaceAnalyzer() : ArticleAnalyzer(StructureDiagnostics.HeadingWithoutSpace)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            var text = context.Article.Text.Content.AsSpan(line.Span.Start, line.Span.Length);
            var level = text.IndexOfAnyExcept('#');
            if (level is >= 2 and <= 6 && char.IsLetter(text[level]))
            {
                context.ReportReplaceable(Rule, context.Document, new TextSpan(line.Span.Start + level, 0), " ");
            }
        }
    }
}
