using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Finds the codes of a report and looks them up.</summary>
internal static class CodeHits
{
    private const int MostHits = 2000;

    /// <summary>The codes that are documented, or that would be codes and are not, in the order of the texts.</summary>
    public static List<CodeHit> Find(ReportTexts texts, CodeTable table)
    {
        var hits = new List<CodeHit>();
        foreach (var text in texts.All)
        {
            for (var i = 0; i < Math.Min(text.Codes.Count, MostHits); i++)
            {
                var token = text.Codes[i];
                var owners = table.OwnersOf(token);
                var isOfFamily = owners.Count == 0 && table.IsOfFamily(token);
                if (owners.Count == 0 && !isOfFamily && !CodeHit.CanBeUndocumented(token))
                {
                    continue;
                }

                var hit = new CodeHit(text.Field, token, ContextOf(text, i), owners) { IsUnknownOfFamily = isOfFamily };
                if (owners.Count > 0 || isOfFamily || hit.IsUndocumented)
                {
                    hits.Add(hit);
                }
            }
        }

        return hits;
    }

    private static NumberContext ContextOf(ReportText text, int index)
    {
        var token = text.Codes[index];
        if (text.Field == ReportField.Code)
        {
            return NumberContext.Code;
        }

        if (token.Form == CodeForm.Compound && index > 0 && IsReplyCode(text, text.Codes[index - 1], token))
        {
            return NumberContext.Code;
        }

        return token.Form is CodeForm.Number or CodeForm.Compound && !IsAlone(text, token) ? NumberContexts.Of(text.Text, token) : NumberContext.Code;
    }

    /// <summary>A long number that is all that somebody says is meant as a code.</summary>
    private static bool IsAlone(ReportText text, CodeToken token) => text.Codes.Count == 1 && !CodeHit.IsSmallNumber(token) && text.Text.AsSpan().Trim().Length == token.Length;

    /// <summary>A three-digit reply stands before the status of mail systems: <c>550 5.7.1</c>.</summary>
    private static bool IsReplyCode(ReportText text, CodeToken before, CodeToken token) =>
        before.Form == CodeForm.Number && before.Length == 3 && before.End + 1 == token.Start && text.Text[before.Start] is '4' or '5';
}
