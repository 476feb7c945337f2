using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Reports.Insights;

/// <summary>
/// Makes of feedback what a scorer reads: a report a line with the places of the entries that answer it. A report is labelled where somebody named the
/// right entry, or said that the answer helped. Where people disagree the last word counts.
/// </summary>
public static class LabelledReports
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines, without line ends, in the order of the reports; each is JSON in UTF-8.</summary>
    /// <param name="store">The reports and what was said of them.</param>
    /// <param name="knowledgeBase">Where the entries are now. A label whose entry is no more is left out.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<byte[]> ExportAsync(
        IReportStore store, KnowledgeBase knowledgeBase, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var last = new SortedDictionary<string, ReportFeedback>(StringComparer.Ordinal);
        await foreach (var feedback in store.ExportFeedbackAsync(cancellation))
        {
            if (feedback.RightEntryId is not null || feedback.Helpful == true)
            {
                last[feedback.ReportId.ToString()] = feedback;
            }
        }

        foreach (var feedback in last.Values)
        {
            if (await store.FindAsync(feedback.ReportId, cancellation) is { } report
                && (feedback.RightEntryId ?? report.EntryId) is { } id && knowledgeBase.Entries.Find(id) is { } entry)
            {
                yield return Line(report, feedback, entry, knowledgeBase);
            }
        }
    }

    private static byte[] Line(StoredReport report, ReportFeedback feedback, Localized<Entry> entry, KnowledgeBase knowledgeBase)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id.ToString());
            json.WriteStartArray("kb");
            foreach (var path in entry.Variants.Select(v => PathOf(v, knowledgeBase)).Distinct(StringComparer.Ordinal))
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WriteString("message", report.Content.Message);
            Write(json, "code", report.Content.Code);
            Write(json, "source", report.Content.Source);
            Write(json, "log", report.Content.Log);
            Write(json, "locale", report.Content.Locale);
            Write(json, "product", report.Content.Product);
            json.WriteStartArray("expected");
            foreach (var variant in entry.Variants)
            {
                json.WriteStartObject();
                json.WriteString("path", PathOf(variant, knowledgeBase));
                json.WriteNumber("line", variant.StartLine);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("why", report.EntryId is null ? "named by feedback" : entry.Id == report.EntryId ? "confirmed by feedback" : "corrected by feedback");
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string PathOf(Entry entry, KnowledgeBase knowledgeBase) =>
        knowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!.Text.Path.Replace('\\', '/');

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
