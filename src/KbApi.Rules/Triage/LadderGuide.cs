using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Logs;

namespace KbApi.Rules.Triage;

/// <summary>Finds the ladder that is about some entries, and the next of its measures.</summary>
internal sealed class LadderGuide(KnowledgeBase knowledgeBase)
{
    public LadderPosition? Find(ImmutableArray<Localized<Entry>> entries, ImmutableArray<LogAnalysis> logs, string ticket, ImmutableArray<LocaleTag> chain)
    {
        if (FindLinked(entries) is { } linked)
        {
            return Position(linked.Ladder, linked.Rung, ticket, chain);
        }

        // Operations and services that fail are what the only ladder of their document is for.
        var article = logs.SelectMany(l => l.Findings).Where(f => f.Subject is not null && f.Diagnostic.Severity >= DiagnosticSeverity.Warning)
            .SelectMany(f => f.Entries.Take(1)).Select(id => knowledgeBase.Entries.Find(id)?.Variants[0].ArticleId).FirstOrDefault(id => id is not null);
        var ladders = knowledgeBase.Ladders.Items.Where(l => l.Variants[0].ArticleId == article).ToList();
        return ladders.Count == 1 ? Position(ladders[0], 0, ticket, chain) : null;
    }

    /// <summary>The first ladder that an entry leads to: to its section, or to one of its measures.</summary>
    private (Localized<Ladder> Ladder, int Rung)? FindLinked(ImmutableArray<Localized<Entry>> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var ladder in knowledgeBase.Ladders.Items.Where(l => l.Variants[0].ArticleId == entry.Variants[0].ArticleId))
            {
                var targets = entry.Variants.SelectMany(TargetsOf).ToHashSet(StringComparer.Ordinal);
                var rungs = ladder.Variants[0].Rungs;
                var rung = Enumerable.Range(0, rungs.Length).Where(i => targets.Contains(rungs[i].Anchor) || targets.Contains(rungs[i].Procedure ?? "")).Select(i => (int?)i).FirstOrDefault();
                if (rung is not null || ladder.Variants.Any(l => l.Section is { } section && targets.Contains(section)))
                {
                    return (ladder, rung ?? 0);
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> TargetsOf(Entry entry) =>
        entry.Links.Where(l => l.Target.StartsWith('#')).Select(l => l.Target[1..]).Concat(entry.Resolution?.Procedures ?? []);

    private LadderPosition? Position(Localized<Ladder> localized, int from, string ticket, ImmutableArray<LocaleTag> chain)
    {
        var ladder = localized.InFirstOf(chain);
        if (ladder is null)
        {
            return null;
        }

        var steps = new TriedSteps(ticket);
        var tried = Enumerable.Range(0, ladder.Rungs.Length)
            .Where(i => localized.Variants.Any(v => i < v.Rungs.Length && steps.Names(v.Rungs[i].Text.Text)))
            .ToImmutableArray();

        // From where the documents point on; then what stands before it.
        var next = Enumerable.Range(from, ladder.Rungs.Length - from).Concat(Enumerable.Range(0, from)).Where(i => !tried.Contains(i)).Select(i => (int?)i).FirstOrDefault();
        var procedure = next is { } index && ladder.Rungs[index].Procedure is { } id ? knowledgeBase.Procedures.Find(id)?.InFirstOf(chain) : null;
        return new LadderPosition(ladder, next, tried, procedure);
    }
}
