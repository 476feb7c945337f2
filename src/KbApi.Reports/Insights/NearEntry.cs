namespace KbApi.Reports.Insights;

/// <summary>An entry that is close to a gap.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Reason">Why it is close.</param>
/// <param name="Words">What they have in common: the entry's code, or the words.</param>
public sealed record NearEntry(string EntryId, NearReason Reason, string Words);

/// <summary>Why an entry is close to a gap.</summary>
public enum NearReason
{
    /// <summary>It has a code close to one of the gap.</summary>
    Code,

    /// <summary>It has some of the words.</summary>
    Words,
}
