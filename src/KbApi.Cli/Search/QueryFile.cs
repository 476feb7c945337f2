using System.Text.Json;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;

namespace KbApi.Cli.Search;

/// <summary>A query, of a file where it has an id.</summary>
internal sealed record FileQuery(string? Id, string Query, LocaleTag Locale);

/// <summary>Reads queries, a JSON object a line: <c>{"id","query","locale"?}</c>.</summary>
internal static class QueryFile
{
    /// <summary>The queries, or null where a line is none; what is wrong is then said.</summary>
    public static List<FileQuery>? Read(ITerminal terminal, string path, LocaleTag otherwise)
    {
        var queries = new List<FileQuery>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line, otherwise) is not { } query)
            {
                terminal.Error.WriteLine("kb: " + terminal.Text("Search_WrongLine", path, number));
                return null;
            }

            queries.Add(query);
        }

        return queries;
    }

    private static FileQuery? Parse(string line, LocaleTag otherwise)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "query") is not { } query)
            {
                return null;
            }

            var locale = Text(root, "locale") is { } tag ? LocaleTag.Parse(tag) : otherwise;
            return new FileQuery(Text(root, "id"), query, locale);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
