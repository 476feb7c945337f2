using KbApi.Rules.Classification;

namespace KbApi.Reports.Storage;

/// <summary>Chooses reports; what is null chooses all.</summary>
public sealed record ReportFilter
{
    /// <summary>Chooses all.</summary>
    public static ReportFilter All { get; } = new();

    /// <summary>Received at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Received before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Matched to this entry.</summary>
    public string? EntryId { get; init; }

    /// <summary>Matched to an entry with this code, in canonical form, or naming it though no entry has it.</summary>
    public string? Code { get; init; }

    /// <summary>With this locale.</summary>
    public string? Locale { get; init; }

    /// <summary>With this product.</summary>
    public string? Product { get; init; }

    /// <summary>With this source.</summary>
    public string? Source { get; init; }

    /// <summary>With this verdict.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>About this subject.</summary>
    public string? SubjectHash { get; init; }
}
