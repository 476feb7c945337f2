using System.Collections.Immutable;
using KbApi.Reports.Model;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;

namespace KbApi.Reports.Intake;

/// <summary>Redacts every text of a report, with one set of placeholders.</summary>
internal sealed class RedactedReport
{
    private const int MaxAnswerIdLength = 40;

    private readonly Redactor _redactor = new();

    public RedactedReport(ErrorReport report)
    {
        // In the order in which the classification redacts, so that placeholders are the same here and there.
        var message = Redact(report.Message);
        var log = report.Log is null ? null : Redact(report.Log);
        Content = new ReportContent
        {
            Message = message,
            Log = log,
            Code = NameOf(report.Code),
            Source = NameOf(report.Source),
            Product = NameOf(report.Product),
            Locale = report.Locale?.Value,
            Answers = report.Answers.Where(a => IsQuestionId(a.Key)).ToImmutableSortedDictionary(a => a.Key, a => Redact(a.Value), StringComparer.Ordinal),
        };
    }

    public ReportContent Content { get; }

    /// <summary>How many things were taken out.</summary>
    public int Redactions { get; private set; }

    /// <summary>Whether a code that was named is one, and not an address in the place of one.</summary>
    public bool MayBeKept(string code) => _redactor.Redact(code).Redactions.IsEmpty;

    private string Redact(string text)
    {
        var redacted = _redactor.Redact(text);
        Redactions += redacted.Redactions.Length;
        return redacted.Text;
    }

    /// <summary>A name as it can be counted: redacted, without control characters and blanks around; null where nothing is left.</summary>
    private string? NameOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var plain = string.Concat(Redact(name).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>Ids of questions are names of ours; under any other name there could stand anything.</summary>
    private static bool IsQuestionId(string id) => id.Length is > 0 and <= MaxAnswerIdLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
