using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Paste;

/// <summary>A report as it was read: what spoke for the candidates is marked, and what must not be kept is masked.</summary>
internal static class EvidenceText
{
    public static Html Mark(string message, ReportClassification answer, SiteWords words)
    {
        var parts = new List<Html>();
        var at = 0;
        foreach (var (start, end, tier, placeholder) in PlacesOf(message, answer))
        {
            if (start < at)
            {
                continue;
            }

            parts.Add(Html.Of($"{message[at..start]}"));
            parts.Add(placeholder is null
                ? Html.Of($"""<mark class="{ClassOf(tier)}" title="{words["Tier_" + tier]}">{message[start..end]}</mark>""")
                : Html.Of($"""<span class="masked" title="{words["Masked"]}">{placeholder}</span>"""));
            at = end;
        }

        parts.Add(Html.Of($"{message[at..]}"));
        return Html.Join(parts);
    }

    /// <summary>All places in order. A masked one goes before evidence in it, a stronger kind of evidence before a weaker one at the same place.</summary>
    private static IEnumerable<(int Start, int End, SignalTier Tier, string? Placeholder)> PlacesOf(string message, ReportClassification answer)
    {
        var masked = answer.Message.Redactions.Select(r => (r.Span.Start, r.Span.End, Tier: SignalTier.Symptom, Placeholder: (string?)r.Placeholder)).ToList();
        var evidence = answer.Candidates.SelectMany(c => c.Evidence)
            .Where(e => e.Field == ReportField.Message && e.Span.Start < e.Span.End && e.Span.End <= message.Length)
            .Where(e => !masked.Exists(m => m.Start < e.Span.End && e.Span.Start < m.End))
            .Select(e => (e.Span.Start, e.Span.End, e.Tier, Placeholder: (string?)null));
        return masked.Concat(evidence).OrderBy(p => p.Start).ThenByDescending(p => p.Placeholder is not null).ThenByDescending(p => p.Tier).ThenByDescending(p => p.End);
    }

    private static string ClassOf(SignalTier tier) => tier switch
    {
        SignalTier.Code => "code",
        SignalTier.Message => "text",
        SignalTier.Identifier => "name",
        _ => "words",
    };
}
