using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.TerminologyRules;

/// <summary>Words that are never written so. Which those are, vocabulary files say.</summary>
internal sealed class MisspeltWordAnalyzer() : ArticleAnalyzer(TerminologyDiagnostics.MisspeltWord)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        var misspelt = context.Vocabulary.Of(context.Article.Locale).Misspelt.Where(m => text.Contains(m.Key, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var line in misspelt.Count == 0 ? [] : context.Document.TextLines)
        {
            var content = context.Article.Text[line.Span];
            foreach (var (wrong, right) in misspelt)
            {
                for (var at = Tokens.IndexOfWord(content, wrong); at >= 0; at = Tokens.IndexOfWord(content, wrong, at + wrong.Length))
                {
                    if (!context.Document.IsCode(line.Span.Start + at))
                    {
                        var written = char.IsUpper(content[at]) ? char.ToUpperInvariant(right[0]) + right[1..] : right;
                        context.ReportReplaceable(Rule, context.Document, new TextSpan(line.Span.Start + at, wrong.Length), written, content.Substring(at, wrong.Length), written);
                    }
                }
            }
        }
    }
}
