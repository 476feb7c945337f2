using KbApi.Rules.Classification.Signals;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>An entry that is documented for one code beside another says nothing about that other with a third.</summary>
internal static class Contradictions
{
    public static void Remove(Dictionary<int, CandidateSignals> signals, List<CodeHit> codes, CodeTable table)
    {
        var forms = codes.Where(c => c.Context == NumberContext.Code && CodeTable.CanContradict(c.Token.Key) && (c.IsUndocumented || c.Token.Form == CodeForm.Hex))
            .Select(c => c.Token.Key[0]).Distinct().ToList();
        if (forms.Count == 0)
        {
            return;
        }

        var reported = codes.Select(c => c.Token.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (entry, candidate) in signals)
        {
            var documented = table.KeysOf(entry);
            if (candidate.Code > 0 && forms.Exists(f => documented.Any(k => k[0] == f) && !documented.Any(k => k[0] == f && reported.Contains(k))))
            {
                candidate.ClearCodes();
            }
        }
    }
}
