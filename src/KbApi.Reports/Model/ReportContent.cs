using System.Collections.Immutable;

namespace KbApi.Reports.Model;

/// <summary>The texts of a report without what must not be kept; the same thing has the same placeholder in all of them.</summary>
public sealed record ReportContent
{
    /// <summary>The words of the report; may be empty where there is a code or a log.</summary>
    public required string Message { get; init; }

    /// <summary>The code that was named apart, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The program or log that reports the problem, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Lines of a log, or null.</summary>
    public string? Log { get; init; }

    /// <summary>The language of the reporter as a tag of BCP 47, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>The product as the reporter names it, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Answers to questions of earlier classifications, by the question's id.</summary>
    public ImmutableSortedDictionary<string, string> Answers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
