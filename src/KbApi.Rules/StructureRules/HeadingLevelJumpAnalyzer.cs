using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>A heading two or more levels below the one before it.</summary>
internal sealed class HeadingLevelJumpAnalyzer() : ArticleAnalyzer(StructureDiagnostics.HeadingLevelJump)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var sections = context.Article.Sections;
        for (var i = 1; i < sections.Length; i++)
        {
            if (sections[i].Level > sections[i - 1].Level + 1)
            {
                context.Report(Rule, sections[i].Title.Span, sections[i].Level, sections[i - 1].Level);
            }
        }
    }
}
