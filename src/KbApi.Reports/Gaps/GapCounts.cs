using System.Collections.Immutable;
using System.Globalization;

namespace KbApi.Reports.Gaps;

/// <summary>What has been counted since the last time, to be added to a store.</summary>
/// <param name="Gaps">The gaps.</param>
/// <param name="Others">What was counted beside them, because there were too many, by kind and day.</param>
public sealed record GapCounts(ImmutableArray<CountedGap> Gaps, ImmutableArray<OtherGaps> Others)
{
    /// <summary>Nothing.</summary>
    public static GapCounts None { get; } = new([], []);

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty => Gaps.IsEmpty && Others.IsEmpty;
}

/// <summary>How often something was asked and not answered.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Template">What its questions have in common.</param>
/// <param name="First">When it was first asked.</param>
/// <param name="Last">When it was last asked.</param>
/// <param name="Days">How often, by day and locale.</param>
/// <param name="Examples">How it was put, each once; <see cref="GapLimits.MaxExamples"/> at most.</param>
public sealed record CountedGap(
    GapKind Kind, string Id, string Template, DateTimeOffset First, DateTimeOffset Last, ImmutableArray<GapDay> Days, ImmutableArray<string> Examples)
{
    /// <summary>How often in all.</summary>
    public long Count => Days.Sum(d => d.Count);
}

/// <summary>How often on a day, in UTC.</summary>
/// <param name="Day">The day.</param>
/// <param name="Locale">The locale of those who asked; empty where it is none that the content or a lexicon has.</param>
/// <param name="Count">How often.</param>
public sealed record GapDay(DateOnly Day, string Locale, long Count)
{
    private const string Format = "yyyy-MM-dd";

    internal string DayText => Day.ToString(Format, CultureInfo.InvariantCulture);

    internal static DateOnly DayOf(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);

    internal static string TextOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>How often things were asked on a day that are not told apart, because they were too many.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Count">How often.</param>
public sealed record OtherGaps(GapKind Kind, DateOnly Day, long Count);
