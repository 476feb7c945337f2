using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A mark that a writer left to come back to.</summary>
internal sealed class UnfinishedTextAnalyzer() : ArticleAnalyzer(ModelDiagnostics.UnfinishedText)
{
    private static readonly string[] Marks = ["TODO", "TBD", "FIXME", "Lorem ipsum"];

    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text;
        foreach (var line in context.Document.TextLines)
        {
            var content = text[line.Span];
            foreach (var mark in Marks)
            {
                // A small "todo" is a word in Spanish.
                var at = content.Contains(mark, StringComparison.Ordinal) ? Tokens.IndexOfWord(content, mark) : -1;
                // Behind an equals sign it is the value of an attribute; a comment in the form of a definition is not shown.
                if (at >= 0 && !content[..at].TrimEnd('"').EndsWith('=') && !content.StartsWith("[comment]", StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(content, at, mark, 0, mark.Length) == 0 && !context.Document.IsCode(line.Span.Start + at))
                {
                    context.Report(Rule, new TextSpan(line.Span.Start + at, mark.Length), mark);
                }
            }
        }
    }
}
