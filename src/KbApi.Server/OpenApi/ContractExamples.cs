using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Nodes;
using KbApi.Server.Problems;

namespace KbApi.Server.OpenApi;

/// <summary>
/// Examples for the contract: requests, and what the server answers to them on the bundled content. They are embedded files that a test
/// compares with real answers, and writes anew when it is told to.
/// </summary>
internal sealed class ContractExamples
{
    private const string Prefix = "examples/";

    private readonly FrozenDictionary<string, JsonObject> _files;

    private ContractExamples(FrozenDictionary<string, JsonObject> files) => _files = files;

    public static ContractExamples Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new ContractExamples(assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            n => n[Prefix.Length..],
            n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                return JsonNode.Parse(stream)!.AsObject();
            },
            StringComparer.Ordinal));
    }

    /// <summary>The values of parameters in an operation's example, by name.</summary>
    public JsonObject ParametersOf(string operation) => Of(operation)?["parameters"]?.AsObject() ?? [];

    /// <summary>The body of an operation's example request, or null where it has none. Lines are joined.</summary>
    public JsonNode? BodyOf(string operation) => Of(operation) switch
    {
        { } file when file["body"] is { } body => body.DeepClone(),
        { } file when file["text"] is JsonArray text => string.Concat(text.Select(l => (string?)l + "\n")),
        { } file when file["lines"] is JsonArray lines => string.Concat(lines.Select(l => l!.ToJsonString() + "\n")),
        _ => null,
    };

    /// <summary>What an operation answers to its example request in a media type, or null.</summary>
    public JsonNode? AnswerOf(string operation, string mediaType) => Of(operation)?["answers"]?[mediaType]?.DeepClone();

    /// <summary>A problem of a kind, or null.</summary>
    public JsonNode? Problem(ProblemType type) => _files.GetValueOrDefault("problems.json")?[type.Anchor]?.DeepClone();

    private JsonObject? Of(string operation) => _files.GetValueOrDefault($"operations/{operation}.json");
}
