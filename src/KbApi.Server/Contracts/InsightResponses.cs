using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;

namespace KbApi.Server.Contracts;

/// <summary>A page of what is asked and not answered.</summary>
internal sealed record GapPage
{
    /// <summary>The gaps, those asked most first.</summary>
    public required IReadOnlyList<GapResponse> Items { get; init; }

    /// <summary>How many there are on all pages together.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items, or shortened ones, to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }

    /// <summary>How often other things were asked that are not told apart, because they were too many.</summary>
    public required long Others { get; init; }
}

/// <summary>Something that is asked and that the content does not answer.</summary>
internal sealed record GapResponse
{
    /// <summary>Its id, the same on every server and at every time.</summary>
    /// <example>code-8f3a1c22d4e5b607</example>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required GapKind Kind { get; init; }

    /// <summary>What its questions have in common, with placeholders such as `&lt;n&gt;` where values stood; for a code, the code.</summary>
    /// <example>Event ID 31099 on &lt;host&gt;</example>
    public required string Template { get; init; }

    /// <summary>Ids that it had before words in its template turned out to vary.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>How often it was asked in these days.</summary>
    public required long Count { get; init; }

    /// <summary>When it was first asked, as far as is known.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was last asked.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>How often by day in UTC; days on which it was not asked are left out.</summary>
    public required IReadOnlyList<CountResponse> Days { get; init; }

    /// <summary>How often by locale of those who asked; the key is empty where it is not known.</summary>
    public required IReadOnlyList<CountResponse> Locales { get; init; }

    /// <summary>How often by product; only reports name one.</summary>
    public required IReadOnlyList<CountResponse> Products { get; init; }

    /// <summary>How it was put, redacted; three at most.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>The closest entries, closest first. None of them answers it.</summary>
    public required IReadOnlyList<NearEntryResponse> Nearest { get; init; }

    /// <summary>The codes that its code seems to belong to; absent where it has none, or none is documented.</summary>
    public CodeFamilyResponse? Family { get; init; }

    /// <summary>True where members were left out to keep to `maxTokens`; absent where none were.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>An entry that is close to a gap.</summary>
internal sealed record NearEntryResponse
{
    /// <summary>The entry's id.</summary>
    /// <example>sspr/31003</example>
    public required string Entry { get; init; }

    /// <summary>The entry's title.</summary>
    public required string Title { get; init; }

    /// <summary>Why it is close.</summary>
    public required NearReason Reason { get; init; }

    /// <summary>What they have in common: the entry's code, or words.</summary>
    /// <example>31003</example>
    public required string Words { get; init; }
}

/// <summary>How often something was counted.</summary>
internal sealed record CountResponse
{
    /// <summary>What: a day as `yyyy-mm-dd`, a locale, a product, an entry.</summary>
    /// <example>2026-01-31</example>
    public required string Key { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }
}

/// <summary>A page of what occurs.</summary>
internal sealed record TrendPage
{
    /// <summary>What occurs, the most frequent first.</summary>
    public required IReadOnlyList<TrendResponse> Items { get; init; }

    /// <summary>How many there are on all pages together.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items, or shortened ones, to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>How often something occurs in reports, and whether it does more often than before.</summary>
internal sealed record TrendResponse
{
    /// <summary>What: the entry's id, the code, the locale, the product or the source.</summary>
    /// <example>sspr/31003</example>
    public required string Key { get; init; }

    /// <summary>The entry's title; absent for other things, and for entries that are no more.</summary>
    public string? Title { get; init; }

    /// <summary>How many reports in these days.</summary>
    public required long Count { get; init; }

    /// <summary>How many of them in the recent days.</summary>
    public required long Recent { get; init; }

    /// <summary>How many there would be in the recent days at the rate of before.</summary>
    public required double Expected { get; init; }

    /// <summary>How likely as many recent reports or more are where nothing has changed, from 0 to 1: `P(X ≥ recent)` for `X ~ Bin(count, recentDays / days)`.</summary>
    public required double Chance { get; init; }

    /// <summary>Whether it rises: at least 5 recent reports, at least twice as many as expected, and a chance of at most 0.001.</summary>
    public required bool Rising { get; init; }

    /// <summary>When the first of them was received, within these days.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When the last of them was received.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>How many reports by span of time; spans without are left out.</summary>
    public required IReadOnlyList<SpanCountResponse> Series { get; init; }

    /// <summary>What was said of the entry as an answer; absent where nothing was, and for other things than entries.</summary>
    public EntryFeedbackResponse? Feedback { get; init; }

    /// <summary>True where members were left out to keep to `maxTokens`; absent where none were.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>How many reports there were in a span of time.</summary>
internal sealed record SpanCountResponse
{
    /// <summary>When the span begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}

/// <summary>What was said of an entry as the answer to reports.</summary>
internal sealed record EntryFeedbackResponse
{
    /// <summary>How often it helped.</summary>
    public required long Helpful { get; init; }

    /// <summary>How often it did not.</summary>
    public required long NotHelpful { get; init; }

    /// <summary>How often it helped of all times that somebody said so, from 0 to 1; absent where nobody did.</summary>
    public double? HelpfulRate { get; init; }

    /// <summary>The entries that were named as the right answer instead.</summary>
    public required IReadOnlyList<CountResponse> RightEntries { get; init; }
}
