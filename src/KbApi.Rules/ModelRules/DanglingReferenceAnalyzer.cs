using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Languages;

namespace KbApi.Rules.ModelRules;

/// <summary>An entry that points to a step or a section and links to none.</summary>
internal sealed class DanglingReferenceAnalyzer() : TableAnalyzer(ModelDiagnostics.DanglingReference)
{
    protected override void Analyze(TableAnalysisContext context)
    {
        var text = context.Article.Text;
        var words = context.Vocabulary.Of(context.Article.Locale);
        foreach (var cell in context.Table.Rows.SelectMany(r => r.Cells))
        {
            var content = text[cell];
            if (content.Contains("](", StringComparison.Ordinal) && content.Contains('#', StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var (start, length) in Find(content, words))
            {
                context.Report(Rule, new TextSpan(cell.Start + start, length), content.Substring(start, length));
            }
        }
    }

    private static IEnumerable<(int Start, int Length)> Find(string cell, LanguageWords words)
    {
        foreach (var phrase in words.SectionAbove)
        {
            if (cell.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            {
                yield return (at, phrase.Length);
            }
        }

        foreach (var step in words.Steps)
        {
            if (cell.IndexOf(step + " ", StringComparison.OrdinalIgnoreCase) is var at and >= 0 && at + step.Length + 1 < cell.Length
                && (at == 0 || !char.IsLetterOrDigit(cell[at - 1])) && char.IsAsciiDigit(cell[at + step.Length + 1]) && !cell.Contains("<ol>", StringComparison.OrdinalIgnoreCase)
                && !cell.Contains("1. ", StringComparison.Ordinal))
            {
                yield return (at, step.Length + 2);
            }
        }
    }
}
