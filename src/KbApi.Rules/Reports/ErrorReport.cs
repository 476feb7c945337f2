using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Reports;

/// <summary>What somebody reports: their words, and what is known beside them.</summary>
public sealed record ErrorReport
{
    /// <summary>The words of the report.</summary>
    public required string Message { get; init; }

    /// <summary>A code that a form or program names apart from the message, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The program or log that reports the problem, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Lines of a log, or null.</summary>
    public string? Log { get; init; }

    /// <summary>The language that the answer is wanted in, or null for the knowledge base's default.</summary>
    public LocaleTag? Locale { get; init; }

    /// <summary>The product as the reporter names it, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Answers to questions of earlier classifications, by the question's id.</summary>
    public ImmutableSortedDictionary<string, string> Answers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
