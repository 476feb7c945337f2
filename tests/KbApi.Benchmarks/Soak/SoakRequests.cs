using System.Globalization;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Soak;

/// <summary>One request.</summary>
/// <param name="Kind">What it is counted as.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">What is posted, or null.</param>
internal sealed record SoakRequest(string Kind, string Target, string? Body = null)
{
    /// <summary>Whether it can't be answered without the store of reports.</summary>
    public bool NeedsStore { get; init; }

    public string Accept { get; init; } = "application/json";

    public string Language { get; init; } = "en-US";
}

/// <summary>Requests of every kind in a mixture that is the same every time; those who ask are people, programs and chatbots, and not all ask well.</summary>
internal sealed class SoakRequests
{
    private const int Known = 400;

    private static readonly string[] Languages = ["en-US", "sv-SE", "de-DE", "xx", "fr, en;q=0.5"];
    private static readonly string[] BadBodies = ["{", "[]", """{"message":7}""", """{"message":""}""", "\0"];

    private readonly SmallRandom _random;
    private readonly GeneratedContent _content;
    private readonly List<string> _queries;
    private readonly (int Weight, Func<SoakRequest> Make)[] _kinds;
    private readonly int _weights;

    /// <param name="content">What is served, beside the bundled content.</param>
    /// <param name="client">Whose requests they are.</param>
    public SoakRequests(GeneratedContent content, int client)
    {
        (_content, _random) = (content, new SmallRandom((ulong)client + 1));
        _queries = [.. content.Questions().Take(Known).Select(q => string.Join('+', q.Words))];
        _kinds =
        [
            (20, () => new("code look-up", "/v1/codes/" + Code())),
            (3, () => new("code that nobody documents", "/v1/codes/" + (9_000_000 + Below(100_000)).ToString(CultureInfo.InvariantCulture))),
            (10, () => new("search", $"/v1/search?q={Query()}&limit={1 + Below(20)}")),
            (6, () => new("suggestions", "/v1/suggest?q=" + Query()[..4])),
            (8, () => new("entry", "/v1/entries?limit=5&offset=" + Below(50).ToString(CultureInfo.InvariantCulture))),
            (10, () => new("classification", "/v1/classify", Report())),
            (3, () => new("classification of nonsense", "/v1/classify", BadBodies[Below(BadBodies.Length)])),
            (8, () => new("report", "/v1/reports", Report()) { NeedsStore = true }),
            (8, () => new("page of the site", Page()) { Accept = "text/html" }),
            (4, () => new("MCP", "/mcp", $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"kb_lookup","arguments":{"code":"{{{{Code()}}}}","maxTokens":200}}}""")
                { Accept = "application/json, text/event-stream" }),
            (1, () => new("export for models", "/llms-full.txt") { Accept = "text/plain" }),
            (1, () => new("findings", "/v1/diagnostics?limit=5")),
            (1, () => new("health", "/health/ready")),
        ];
        _weights = _kinds.Sum(k => k.Weight);
    }

    public SoakRequest Next()
    {
        var at = Below(_weights);
        var kind = _kinds.First(k => (at -= k.Weight) < 0);
        return kind.Make() with { Language = Languages[Below(Languages.Length)] };
    }

    private string Page() => Below(4) switch
    {
        0 => "/",
        1 => "/search?q=" + Query(),
        2 => "/codes/" + Code(),
        _ => "/browse",
    };

    private string Report() => $$"""{"message":"Sync failed with error {{Code()}} for user anna{{Below(1000)}}@contoso.com: {{Query().Replace('+', ' ')}}"}""";

    private string Code() => Below(5) == 0 ? "31003" : GeneratedContent.CodeOf(Below(_content.Count));

    private string Query() => _queries[Below(_queries.Count)];

    private int Below(int end) => (int)(_random.NextDouble() * end);
}
