using System.ComponentModel.DataAnnotations;
using KbApi.Rules.Reports;

namespace KbApi.Server.Contracts;

/// <summary>An error report: what somebody says, and what is known beside it. `message`, `code` or `log` has to be given.</summary>
/// <remarks>Describes the body in the contract; <see cref="Classification.ReportReader"/> reads it, so that wrong members can be named all at once.</remarks>
internal record ClassificationRequest
{
    /// <summary>The words of the report, as people or programs write them.</summary>
    /// <example>Event ID 31003 from PasswordResetService, user anna@contoso.com</example>
    [MaxLength(ReportLimits.MessageLength)]
    public string? Message { get; init; }

    /// <summary>A code that a form or program names apart from the message; a text, or a whole number.</summary>
    /// <example>31003</example>
    [MaxLength(ReportLimits.NameLength)]
    public string? Code { get; init; }

    /// <summary>The program or log that reports the problem.</summary>
    /// <example>PasswordResetService</example>
    [MaxLength(ReportLimits.NameLength)]
    public string? Source { get; init; }

    /// <summary>Lines of a log.</summary>
    [MaxLength(ReportLimits.LogLength)]
    public string? Log { get; init; }

    /// <summary>The locale of the answer (BCP 47); wins over the parameter and over `Accept-Language`.</summary>
    /// <example>sv-SE</example>
    public string? Locale { get; init; }

    /// <summary>The product, as the reporter names it.</summary>
    [MaxLength(ReportLimits.NameLength)]
    public string? Product { get; init; }

    /// <summary>Answers to questions of earlier classifications, by the question's `id`; the `value` of an option, or words. At most 20, of 2,000 characters each.</summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }
}

/// <summary>A report in a batch: one line.</summary>
internal sealed record BatchRequestLine : ClassificationRequest
{
    /// <summary>What the answer repeats, so that it can be told which report it belongs to.</summary>
    /// <example>ticket-7</example>
    [MaxLength(ReportLimits.NameLength)]
    public string? Id { get; init; }
}
