using KbApi.Content.Text;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Where the documented codes of a report stand: the words within them are said by the code already.</summary>
internal sealed class CodePlaces(List<CodeHit> codes)
{
    private readonly List<CodeHit> _documented = codes.FindAll(c => c.Owners.Count > 0 && c.Context != NumberContext.NoCode);

    /// <summary>Whether a place lies within one of them.</summary>
    public bool IsInside(ReportField field, TextSpan span)
    {
        // The codes are in order of fields and places: the last that does not begin behind the place's beginning.
        var (low, high) = (0, _documented.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var code = _documented[middle];
            var isBefore = OrderOf(code.Field) < OrderOf(field) || (code.Field == field && code.Token.Start <= span.Start);
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && _documented[low - 1] is var found && found.Field == field && span.Start >= found.Token.Start && span.End <= found.Token.End;
    }

    /// <summary>The order in which the texts of a report are read.</summary>
    private static int OrderOf(ReportField field) => field switch
    {
        ReportField.Message => 0,
        ReportField.Log => 1,
        _ => 2,
    };
}
