using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.FreshnessRules;

/// <summary>A translation whose original was changed after it had been handed to the translators.</summary>
internal sealed class ChangedAfterHandOffAnalyzer() : ArticleAnalyzer(FreshnessDiagnostics.ChangedAfterHandOff)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var matter = context.Article.FrontMatter;
        if (MetadataDate.Read(matter["ms.date"]) is { } changed && MetadataDate.Read(matter["ms.lasthandoff"]) is { } handed && changed > handed)
        {
            context.Report(Rule, MetadataDate.SpanOf(context.Document, "ms.date"), matter["ms.date"]!, matter["ms.lasthandoff"]!);
        }
    }
}
