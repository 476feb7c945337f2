using KbApi.Content.Text;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.ModelRules;

/// <summary>A code whose number is not that of the name in its row.</summary>
/// <param name="Span">Where the code stands.</param>
/// <param name="Found">The code.</param>
/// <param name="Right">The code with the row's number.</param>
/// <param name="Row">What the row says: the name and its number.</param>
internal sealed record ContradictedCode(TextSpan Span, string Found, string Right, string Row);

/// <summary>Finds rows that state a name with a number and a code with another number, in tables whose other rows agree.</summary>
internal static class RowCodes
{
    /// <summary>The codes of a table that contradict their rows.</summary>
    public static IEnumerable<ContradictedCode> Contradictions(string text, TableSyntax table)
    {
        var rows = table.Rows.Select(r => Read(text, r)).OfType<NumberedRow>().ToList();
        foreach (var family in rows.GroupBy(r => r.Prefix, StringComparer.Ordinal))
        {
            var agreeing = family.Count(r => r.Agrees);
            if (agreeing < 2 || agreeing * 2 < family.Count())
            {
                continue;
            }

            foreach (var row in family.Where(r => !r.Agrees))
            {
                yield return new ContradictedCode(
                    row.Span, row.Prefix + row.Digits, row.Prefix + row.Number.PadLeft(row.Digits.Length, '0'), $"{row.Name} = {row.Number}");
            }
        }
    }

    private static NumberedRow? Read(string text, RowSyntax row)
    {
        foreach (var cell in row.Cells)
        {
            var named = text.Substring(cell.Start, cell.Length).Split('=', StringSplitOptions.TrimEntries);
            if (named is not [{ Length: > 2 } name, { Length: > 0 and < 8 } number] || !number.All(char.IsAsciiDigit) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                continue;
            }

            foreach (var other in row.Cells.Where(c => c != cell))
            {
                if (Tokens.FirstPrefixed(text, other) is { } code)
                {
                    return new NumberedRow(name, number, code.Prefix, code.Digits, code.Span);
                }
            }
        }

        return null;
    }

    private sealed record NumberedRow(string Name, string Number, string Prefix, string Digits, TextSpan Span)
    {
        public bool Agrees => Digits.TrimStart('0') == Number.TrimStart('0');
    }
}
