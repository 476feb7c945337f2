using System.Collections.Immutable;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>The header of a table of comma-separated values.</summary>
/// <param name="Delimiter">What stands between values.</param>
/// <param name="Row">How many rows stand before it.</param>
/// <param name="Columns">What each column holds; null for what is not needed.</param>
/// <param name="Dates">The order of dates in the language of the header, or null.</param>
internal sealed record CsvHeader(char Delimiter, int Row, ImmutableArray<FieldName?> Columns, DateOrder? Dates)
{
    private const int FewestKnownColumns = 2;
    private const string TypeLine = "#TYPE";

    /// <summary>Whether a column is the message.</summary>
    public bool HasMessage { get; } = Columns.Any(c => c?.Field == LogField.Message);

    /// <summary>The header that a text begins with, or null where it begins with none.</summary>
    public static CsvHeader? Find(ReadOnlySpan<char> text, bool isLast, LogVocabulary vocabulary)
    {
        var row = 0;
        while (!text.IsEmpty && (text[0] is '\r' or '\n' || text.StartsWith(TypeLine, StringComparison.Ordinal) || text.StartsWith("\"" + TypeLine, StringComparison.Ordinal)))
        {
            var end = text.IndexOf('\n');
            text = end < 0 ? [] : text[(end + 1)..];
            row++;
        }

        CsvHeader? best = null;
        var values = new List<Range>();
        foreach (var delimiter in ",;\t|")
        {
            if (CsvRow.Split(text, delimiter, isLast, values) <= 0)
            {
                continue;
            }

            var columns = ImmutableArray.CreateBuilder<FieldName?>(values.Count);
            foreach (var value in values)
            {
                columns.Add(vocabulary.FieldOf(CsvRow.Unquote(text[value]).Trim()));
            }

            var known = columns.Where(c => c is not null).Select(c => c!.Value.Field).Distinct().Count();
            if (known >= FewestKnownColumns && known > (best?.Columns.Where(c => c is not null).Select(c => c!.Value.Field).Distinct().Count() ?? 0))
            {
                best = new CsvHeader(delimiter, row, columns.ToImmutable(), columns.Select(c => c?.Dates).FirstOrDefault(d => d is not null));
            }
        }

        return best;
    }
}
