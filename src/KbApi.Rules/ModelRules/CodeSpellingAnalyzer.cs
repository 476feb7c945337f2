using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A code that is spelt in two ways that differ by one letter.</summary>
internal sealed class CodeSpellingAnalyzer() : ArticleAnalyzer(ModelDiagnostics.CodeSpelling)
{
    private const int FewestLetters = 4;
    private const int FewestDigits = 4;

    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text;
        var codes = new List<(string Prefix, string Digits, TextSpan Span)>();
        foreach (var line in context.Document.TextLines.Where(l => text.Content.AsSpan(l.Span.Start, l.Span.Length).ContainsAnyInRange('0', '9')))
        {
            codes.AddRange(Tokens.Words(text[line.Span]).Select(w => Read(w.Word, line.Span.Start + w.Start)).OfType<(string, string, TextSpan)>());
        }

        foreach (var same in codes.GroupBy(c => c.Digits, StringComparer.Ordinal))
        {
            var spellings = same.GroupBy(c => c.Prefix, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ToList();
            foreach (var odd in spellings.Skip(1).Where(s => Spelling.IsOneLetterOff(s.Key, spellings[0].Key)))
            {
                foreach (var code in odd)
                {
                    context.Report(Rule, code.Span, code.Prefix + code.Digits, spellings[0].Key + code.Digits);
                }
            }
        }
    }

    private static (string Prefix, string Digits, TextSpan Span)? Read(string word, int start)
    {
        var letters = word.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return letters >= FewestLetters && word.Length - letters >= FewestDigits && word.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0
            ? (word[..letters], word[letters..], new TextSpan(start, word.Length))
            : null;
    }
}
