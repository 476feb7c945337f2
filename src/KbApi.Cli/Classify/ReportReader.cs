using System.Collections.Immutable;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Rules.Reports;

namespace KbApi.Cli.Classify;

/// <summary>Reads reports from JSON Lines.</summary>
internal static class ReportReader
{
    /// <summary>The report of a line, with its id.</summary>
    /// <exception cref="FormatException">The line is no report; the message tells why.</exception>
    public static (string? Id, ErrorReport Report) Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("a JSON object is expected");
            }

            var root = json.RootElement;
            var locale = Text(root, "locale");
            var report = new ErrorReport
            {
                Message = Text(root, "message") ?? "",
                Code = Text(root, "code"),
                Source = Text(root, "source"),
                Log = Text(root, "log"),
                Locale = locale is null ? null : LocaleTag.Parse(locale),
                Product = Text(root, "product"),
                Answers = root.TryGetProperty("answers", out var answers) && answers.ValueKind == JsonValueKind.Object
                    ? answers.EnumerateObject().Where(a => a.Value.ValueKind == JsonValueKind.String)
                        .ToImmutableSortedDictionary(a => a.Name, a => a.Value.GetString()!, StringComparer.Ordinal)
                    : ImmutableSortedDictionary<string, string>.Empty,
            };
            return string.IsNullOrWhiteSpace(report.Message) && report.Code is null && report.Log is null
                ? throw new FormatException("'message' is missing")
                : (Text(root, "id"), report);
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static string? Text(JsonElement root, string name) => !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null => null,
        _ => throw new FormatException($"'{name}' is no text"),
    };
}
