using System.Collections.Immutable;

namespace KbApi.Search.Queries;

/// <summary>What answers to a word, as it is found: only what the index has, and nothing twice.</summary>
/// <param name="terms">What the index has.</param>
internal sealed class AlternativeList(IndexTerms terms)
{
    private const int MaxAlternatives = 16;

    private readonly List<Alternative> _items = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>The first that were found, in that order.</summary>
    public ImmutableArray<Alternative> First => [.. _items.Take(MaxAlternatives)];

    /// <summary>The ones with the most weight.</summary>
    public ImmutableArray<Alternative> Best => _items.Count > 1 ? [.. _items.OrderByDescending(a => a.Weight).Take(MaxAlternatives)] : [.. _items];

    /// <summary>Whether one of a kind was found.</summary>
    public bool Has(params ReadOnlySpan<MatchKind> kinds)
    {
        foreach (var item in _items)
        {
            if (kinds.Contains(item.Kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds an alternative where the index has all of its terms and it is not there already.</summary>
    public void Add(ImmutableArray<string> wanted, float weight, MatchKind kind)
    {
        if (wanted.IsEmpty || _items.Exists(a => a.IsOf(wanted)))
        {
            return;
        }

        var found = ImmutableArray.CreateBuilder<IndexTerm>(wanted.Length);
        foreach (var text in wanted)
        {
            if (terms.Find(text) is not { } term)
            {
                return;
            }

            found.Add(term);
        }

        _items.Add(new Alternative(found.MoveToImmutable(), weight, kind));
    }
}
