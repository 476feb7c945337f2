using System.Globalization;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.OperationRules;

/// <summary>A step that refers to a later step than the article has.</summary>
internal sealed class StepOutOfReachAnalyzer() : ArticleAnalyzer(OperationDiagnostics.StepOutOfReach)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var words = context.Vocabulary.Of(context.Article.Locale).Steps;
        var most = context.Article.Procedures.Select(p => p.Steps.Length).DefaultIfEmpty(0).Max();
        foreach (var step in context.Article.Procedures.SelectMany(p => p.Steps))
        {
            var text = context.Article.Text[step.Text.Span];
            foreach (var word in words)
            {
                for (var at = Tokens.IndexOfWord(text, word); at >= 0; at = Tokens.IndexOfWord(text, word, at + word.Length))
                {
                    var start = at + word.Length + 1;
                    var length = start < text.Length && text[start - 1] == ' ' ? text.AsSpan(start).IndexOfAnyExceptInRange('0', '9') : 0;
                    if (length is 1 or 2 && int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture) > most && !text.AsSpan(start, Math.Min(12, text.Length - start)).Contains('['))
                    {
                        context.Report(Rule, new TextSpan(step.Text.Span.Start + at, word.Length + 1 + length), text.Substring(at, word.Length + 1 + length), most);
                    }
                }
            }
        }
    }
}
