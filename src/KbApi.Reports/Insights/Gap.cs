using System.Collections.Immutable;
using KbApi.Reports.Gaps;

namespace KbApi.Reports.Insights;

/// <summary>Something that is asked and that the content does not answer.</summary>
public sealed record Gap
{
    /// <summary>Identifies it, on every machine and at every time.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required GapKind Kind { get; init; }

    /// <summary>What its questions have in common; for a code, the code.</summary>
    public required string Template { get; init; }

    /// <summary>Ids that it had before words in its template turned out to vary.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>How often it was asked.</summary>
    public required long Count { get; init; }

    /// <summary>When it was first asked, as far as is known.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When it was last asked.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>How often by day in UTC, in order; days on which it was not asked are left out.</summary>
    public required ImmutableArray<GapCount> Days { get; init; }

    /// <summary>How often by locale, the most frequent first; the key is empty where the locale is not known.</summary>
    public required ImmutableArray<GapCount> Locales { get; init; }

    /// <summary>How often by product, the most frequent first. Only reports name one.</summary>
    public ImmutableArray<GapCount> Products { get; init; } = [];

    /// <summary>How it was put, redacted.</summary>
    public required ImmutableArray<string> Examples { get; init; }
}

/// <summary>How often something was asked of one kind.</summary>
/// <param name="Key">The day as <c>yyyy-mm-dd</c>, the locale, or the product.</param>
/// <param name="Count">How often.</param>
public sealed record GapCount(string Key, long Count);
