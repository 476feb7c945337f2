using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.FreshnessRules;

/// <summary>A date in the metadata that the calendar does not have.</summary>
internal sealed class ImpossibleDateAnalyzer() : ArticleAnalyzer(FreshnessDiagnostics.ImpossibleDate)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text;
        foreach (var line in context.Document.Lines.TakeWhile(l => l.Kind == LineKind.FrontMatter))
        {
            var content = text[line.Span];
            var cut = content.IndexOf(':', StringComparison.Ordinal);
            if (cut < 0 || content[..cut].Trim() is not ("ms.date" or "date" or "lastmod"))
            {
                continue;
            }

            var value = content[(cut + 1)..].Trim().Trim('"', '\'');
            if (IsImpossible(value))
            {
                context.Report(Rule, new TextSpan(line.Span.Start + content.IndexOf(value, cut, StringComparison.Ordinal), value.Length), value);
            }
        }
    }

    private static bool IsImpossible(string value)
    {
        var parts = value.Split('/', '-');
        if (parts.Length != 3 || !parts.All(p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit)))
        {
            return false;
        }

        var numbers = parts.Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (year, a, b) = parts[0].Length == 4 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[0], numbers[1]);
        // Day and month stand in either order.
        return year is < 1 or > 9999 || !(IsDay(year, a, b) || IsDay(year, b, a));
    }

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
