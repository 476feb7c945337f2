using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Finds the codes of a report and looks them up.</summary>
internal static class CodeHits
{
    private const int MostHits = 2000;

    public static List<CodeHit> Find(ReportTexts texts, CodeTable table) =>
        [.. texts.All.SelectMany(t => t.Codes.Take(MostHits).Select((c, i) => Create(t, i, table))).Where(h => h.Owners.Count > 0 || h.IsUndocumented || IsUnknownOfFamily(h, table))];

    public static bool IsUnknownOfFamily(CodeHit hit, CodeTable table) => hit.Owners.Count == 0 && table.IsOfFamily(hit.Token);

    private static CodeHit Create(ReportText text, int index, CodeTable table)
    {
        var token = text.Codes[index];
        return new CodeHit(text.Field, token, ContextOf(text, index), table.OwnersOf(token));
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

        return token.Form is CodeForm.Number or CodeForm.Compound ? NumberContexts.Of(text.Text, token) : NumberContext.Code;
    }

    /// <summary>A three-digit reply stands before the status of mail systems: <c>550 5.7.1</c>.</summary>
    private static bool IsReplyCode(ReportText text, CodeToken before, CodeToken token) =>
        before.Form == CodeForm.Number && before.Length == 3 && before.End + 1 == token.Start && text.Text[before.Start] is '4' or '5';
}
