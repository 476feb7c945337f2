using System.Buffers;
using System.Text.Json;
using FluentValidation;
using KbApi.Reports.Intake;
using KbApi.Rules.Reports;
using KbApi.Server.Problems;

namespace KbApi.Server.Classification;

/// <summary>Reads a report from JSON and says of everything in it that can't be used what is expected. Members that it does not know are passed over.</summary>
internal sealed class ReportReader(IValidator<ErrorReport> validator)
{
    /// <summary>A report is flat; what nests deeper is none.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <summary>Reads a report that is answered and forgotten.</summary>
    public ReportReading Read(ReadOnlySequence<byte> json) => Read(json, isKept: false);

    /// <summary>Reads a report that is kept, with what belongs to it.</summary>
    public ReportReading ReadSubmission(ReadOnlySequence<byte> json) => Read(json, isKept: true);

    private ReportReading Read(ReadOnlySequence<byte> json, bool isKept)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement, isKept);
        }
        catch (JsonException e)
        {
            return ReportReading.Malformed(new InvalidField("", "Json", (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // A member's name has an escape such as \ud800 alone, or bytes that are no UTF-8.
            return ReportReading.Invalid(null, [new InvalidField("", "Characters")]);
        }
    }

    private ReportReading Read(JsonElement root, bool isKept)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return ReportReading.Invalid(null, [new InvalidField("", "Object")]);
        }

        var fields = new FieldReader(root);
        var id = fields.Text("id");
        var report = new ErrorReport
        {
            Message = fields.Text("message") ?? "",
            Code = fields.TextOrInteger("code"),
            Source = fields.Text("source"),
            Log = fields.Text("log"),
            Locale = fields.Locale("locale"),
            Product = fields.Text("product"),
            Answers = fields.Texts("answers"),
        };
        var submission = new ReportSubmission(report)
        {
            OccurredAt = isKept ? fields.Time("occurredAt") : null,
            Subject = isKept ? fields.Text("subject") : null,
        };
        if (submission.Subject?.Length > ReportLimits.NameLength)
        {
            fields.Errors.Add(new InvalidField("/subject", "AtMost", ReportLimits.NameLength));
        }

        if (id?.Length > ReportLimits.NameLength)
        {
            fields.Errors.Add(new InvalidField("/id", "AtMost", ReportLimits.NameLength));
            id = null;
        }

        // What was wrong in kind was read as absent: it needs no second complaint.
        var complaints = validator.Validate(report).Errors.Select(Map).Where(e => fields.Errors.Count == 0 || e.Expected != "Report");
        List<InvalidField> errors = [.. fields.Errors, .. complaints];
        return errors.Count > 0 ? ReportReading.Invalid(id, errors) : ReportReading.Of(id, submission);
    }

    private static InvalidField Map(FluentValidation.Results.ValidationFailure failure)
    {
        var pointer = PointerOf(failure.PropertyName);
        return failure.ErrorCode switch
        {
            ErrorReportValidator.TooLong => new InvalidField(pointer, "AtMost", failure.FormattedMessagePlaceholderValues["MaxLength"]),
            ErrorReportValidator.TooMany => new InvalidField(pointer, "AtMostAnswers", failure.FormattedMessagePlaceholderValues["MaxCount"]),
            _ => new InvalidField(pointer, "Report"),
        };
    }

    /// <summary><c>Answers/code</c> becomes <c>/answers/code</c>.</summary>
    private static string PointerOf(string property)
    {
        var slash = property.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? "/" + JsonNamingPolicy.CamelCase.ConvertName(property)
            : FieldReader.PointerTo("/" + JsonNamingPolicy.CamelCase.ConvertName(property[..slash]), property[(slash + 1)..]);
    }
}
