using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>Puts documents of several locales or revisions side by side and tells where they disagree about what translation leaves alone.</summary>
public static class SourceComparison
{
    /// <summary>The entries that the sources disagree about, or that some of them lack, in the order of the first source that has them.</summary>
    /// <param name="sources">Two sources or more.</param>
    /// <param name="cancellation">Ends the comparison early.</param>
    public static ImmutableArray<ComparedEntry> Compare(IReadOnlyList<ComparedSource> sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(sources.Count, 2, nameof(sources));
        var isOneEach = sources.All(s => s.Articles.Length == 1);
        var entries = ImmutableArray.CreateBuilder<ComparedEntry>();
        foreach (var id in isOneEach ? [""] : sources.SelectMany(s => s.Articles).Select(a => a.Id).Distinct(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            List<Article?> articles = [.. sources.Select(s => isOneEach ? s.Articles[0] : s.Articles.FirstOrDefault(a => a.Id == id))];
            entries.AddRange(Rows(articles).Select(row => Compare(articles, row)).OfType<ComparedEntry>());
        }

        return entries.ToImmutable();
    }

    /// <summary>Each entry with its counterparts: those of the first article that has it, the others as they are paired with it.</summary>
    private static List<Entry?[]> Rows(List<Article?> articles)
    {
        var rows = new List<Entry?[]>();
        var placed = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < articles.Count; i++)
        {
            if (articles[i] is not { } reference)
            {
                continue;
            }

            var open = reference with { Entries = [.. reference.Entries.Where(e => !placed.Contains(e))] };
            var mine = open.Entries.ToDictionary(e => e, _ => new Entry?[articles.Count], (IEqualityComparer<Entry>)ReferenceEqualityComparer.Instance);
            foreach (var entry in open.Entries)
            {
                mine[entry][i] = entry;
                rows.Add(mine[entry]);
            }

            for (var j = i + 1; j < articles.Count; j++)
            {
                if (articles[j] is { } other)
                {
                    foreach (var (original, counterpart) in EntryAlignment.Pair(open, other with { Entries = [.. other.Entries.Where(e => !placed.Contains(e))] }).ToList())
                    {
                        mine[original][j] = counterpart;
                        placed.Add(counterpart);
                    }
                }
            }
        }

        return rows;
    }

    private static ComparedEntry? Compare(List<Article?> articles, Entry?[] row)
    {
        var facts = EntryFacts.Compare([.. row.Select((e, i) => e is null ? null : new EntryFacts(articles[i]!, e))]).ToImmutableArray();
        var first = row.First(e => e is not null)!;
        return facts.IsEmpty && row.All(e => e is not null)
            ? null
            : new ComparedEntry(first.Id, first.Title.Text, [.. row.Select((e, i) => e is null ? null : Location.In(articles[i]!.Text, e.Span))], facts);
    }
}
