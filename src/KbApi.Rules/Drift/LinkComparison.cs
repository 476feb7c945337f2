using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Model;

namespace KbApi.Rules.Drift;

/// <summary>Compares where the links of two entries lead, whatever the locale of the pages.</summary>
internal static class LinkComparison
{
    public static IEnumerable<DriftReason> Compare(DriftSide original, Entry from, DriftSide here, Entry to)
    {
        var lost = Only(from.Links, to.Links);
        var gained = Only(to.Links, from.Links);
        foreach (var (a, b) in lost.Zip(gained))
        {
            yield return new DriftReason(DriftReasonKind.Link, a.Target, b.Target, original.At(a.Span), here.At(b.Span));
        }

        foreach (var link in lost.Skip(gained.Length))
        {
            yield return new DriftReason(DriftReasonKind.Link, link.Target, "", original.At(link.Span), here.At(to.Span));
        }

        foreach (var link in gained.Skip(lost.Length))
        {
            yield return new DriftReason(DriftReasonKind.Link, "", link.Target, original.At(from.Span), here.At(link.Span));
        }
    }

    private static ImmutableArray<Link> Only(ImmutableArray<Link> links, ImmutableArray<Link> others)
    {
        var known = others.Select(l => StalenessReader.WithoutLocale(l.Target)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. links.Where(l => !known.Contains(StalenessReader.WithoutLocale(l.Target))).DistinctBy(l => l.Target)];
    }
}
