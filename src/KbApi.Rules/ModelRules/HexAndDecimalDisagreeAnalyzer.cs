using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.ModelRules;

/// <summary>A row that writes a result in hexadecimal and as a negative number, and they are not the same.</summary>
internal sealed class HexAndDecimalDisagreeAnalyzer() : TableAnalyzer(ModelDiagnostics.HexAndDecimalDisagree)
{
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    protected override void Analyze(TableAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        foreach (var row in context.Table.Rows)
        {
            var cells = row.Cells.Select(c => text.Substring(c.Start, c.Length).Trim('`', '*', ' ')).ToList();
            var hex = cells.FindIndex(c => c.Length == 10 && c.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && c.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0);
            var signed = cells.FindIndex(c => c.Length > 8 && c[0] is '-' or '\u2212' && c.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
            if (hex < 0 || signed < 0 || !int.TryParse(cells[signed].AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value))
            {
                continue;
            }

            var expected = -(long)Convert.ToInt32(cells[hex], 16);
            if (expected != value)
            {
                context.Report(Rule, row.Cells[signed], cells[signed], cells[hex], -expected);
            }
        }
    }
}
