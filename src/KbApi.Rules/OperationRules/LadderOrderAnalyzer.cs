using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.OperationRules;

/// <summary>A rung of a ladder whose own text puts it at another place than the ladder does.</summary>
internal sealed class LadderOrderAnalyzer() : ArticleAnalyzer(OperationDiagnostics.LadderOrder)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var words = context.Vocabulary.Of(context.Article.Locale);
        foreach (var ladder in context.Article.Ladders)
        {
            for (var i = 0; i < ladder.Rungs.Length; i++)
            {
                var section = context.Article.Sections.FirstOrDefault(s => string.Equals(s.Anchor, ladder.Rungs[i].Anchor, StringComparison.OrdinalIgnoreCase));
                if (section is null)
                {
                    continue;
                }

                var text = context.Article.Text[section.Span];
                foreach (var (count, phrase) in words.AfterSteps.SelectMany(p => p.Value.Select(phrase => (p.Key, phrase))))
                {
                    // "After the first two" is what comes third.
                    if (text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && i != count)
                    {
                        context.Report(Rule, new TextSpan(section.Span.Start + at, phrase.Length), i + 1, count + 1);
                    }
                }
            }
        }
    }
}
