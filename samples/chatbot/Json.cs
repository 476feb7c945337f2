using System.Text.Json;

namespace Chatbot;

/// <summary>Reads what the REST API and the tools answer alike. Members that a budget left out are absent.</summary>
internal static class Json
{
    public static Question ReadQuestion(JsonElement question) => new(
        Text(question, "id")!,
        Text(question, "text") ?? "",
        [.. Items(question, "options").Select(o => new Option(Text(o, "value")!, Text(o, "text")!))]);

    public static Answer ReadCandidate(JsonElement candidate)
    {
        var resolution = candidate.TryGetProperty("resolution", out var found) ? found : default;
        var source = candidate.GetProperty("source");
        return new Answer(
            Text(candidate, "id")!,
            Text(candidate, "title") ?? Text(candidate, "id")!,
            Text(resolution, "summary"),
            [.. Items(resolution, "steps").Select(s => s.GetString()!)],
            Text(source, "path")!,
            source.GetProperty("startLine").GetInt32());
    }

    public static UnknownCode ReadUnknown(string code, JsonElement answer) =>
        new(code, [.. Items(answer, "nearest").Select(n => $"{Text(n, "code")}: {Text(n, "title")}")]);

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];
}
