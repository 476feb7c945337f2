using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>The contract as a server serves it: its operations, and whether answers are as it says.</summary>
internal sealed class Contract
{
    private readonly JsonObject _schemas;
    private readonly ConcurrentDictionary<string, JsonSchema> _compiled = new(StringComparer.Ordinal);

    private Contract(JsonNode document)
    {
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from method in path.Value!.AsObject()
               select new ContractOperation(path.Key, new HttpMethod(method.Key.ToUpperInvariant()), method.Value!.AsObject()),
        ];
        _schemas = JsonNode.Parse(document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!.AsObject();
        foreach (var schema in _schemas.Select(s => s.Value!.AsObject()).Where(s => s.ContainsKey("properties") && !s.ContainsKey("additionalProperties")))
        {
            // A member that the contract does not know would be a promise that nobody made.
            schema["additionalProperties"] = false;
        }
    }

    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The operations that answer from the content alone; what the others answer depends on what was done before.</summary>
    public IEnumerable<ContractOperation> OfContent => Operations.Where(o => !o.Path.StartsWith("/v1/reports", StringComparison.Ordinal) && !o.Path.StartsWith("/v1/insights", StringComparison.Ordinal));

    public static Contract Read(JsonNode document) => new(document);

    public static Task<Contract> OfAsync(RunningServer server) => server.Contract;

    /// <summary>Fails where the answer's status, headers or body are not in the contract.</summary>
    public async Task CheckAsync(ContractOperation operation, HttpResponseMessage response, string request)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        Assert.True((int)response.StatusCode < 500, $"{status} {request}");
        Assert.True(operation.Responses[status] is not null, $"{status} {request} is not in the contract");
        var documented = operation.Responses[status]!;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Select(h => h.Key).Where(h => h is "ETag" or "Link" or "Vary" || h.StartsWith("Kb-", StringComparison.Ordinal)))
        {
            Assert.True(status is not ("200" or "304") || documented["headers"]?[header] is not null, $"{request}: the header {header} is not in the contract");
        }

        var body = await response.Content.ReadAsStringAsync();
        if (status is "204" or "304")
        {
            Assert.Empty(body);
            return;
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        var content = documented["content"]?[mediaType];
        Assert.True(content is not null, $"{request}: {status} with {mediaType} is not in the contract");
        if (mediaType is "application/json" or "application/problem+json")
        {
            CheckJson(body, content["schema"]!, request);
        }
        else if (mediaType is "application/jsonl" or "application/x-ndjson")
        {
            foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                CheckJson(line, content["x-item-schema"]!, request);
            }
        }
        else
        {
            Assert.NotEmpty(body);
        }
    }

    /// <summary>What is wrong with a problem document, or null.</summary>
    public string? ProblemOf(string body, string mediaType)
    {
        if (mediaType != "application/problem+json")
        {
            return null;
        }

        using var document = JsonDocument.Parse(body);
        var result = _compiled.GetOrAdd("{\"$ref\":\"#/components/schemas/ProblemResponse\"}", Compile).Evaluate(document.RootElement);
        return result.IsValid ? null : $"no valid problem document: {body}";
    }

    private JsonSchema Compile(string schema)
    {
        var root = JsonNode.Parse(schema.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!.AsObject();
        root["$defs"] = _schemas.DeepClone();
        return JsonSchema.FromText(root.ToJsonString());
    }

    private void CheckJson(string json, JsonNode schema, string request)
    {
        using var document = JsonDocument.Parse(json);
        var result = _compiled.GetOrAdd(schema.ToJsonString(), Compile).Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var errors = result.Details?.Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}")) ?? [];
        Assert.True(result.IsValid, $"{request}: {string.Join("; ", errors.Take(5))}\n{json}");
    }
}

/// <summary>An operation of the contract.</summary>
internal sealed record ContractOperation(string Path, HttpMethod Method, JsonObject Definition)
{
    public string Id => (string)Definition["operationId"]!;

    public JsonObject Responses => Definition["responses"]!.AsObject();

    public IEnumerable<JsonNode> Parameters => Definition["parameters"]?.AsArray().Select(p => p!) ?? [];

    public IEnumerable<string> MediaTypesOf(string status) => Responses[status]!["content"]!.AsObject().Select(c => c.Key);

    /// <summary>The example of the request's body with its media type, or null where it has none.</summary>
    public (string MediaType, string Text)? Body => Definition["requestBody"]?["content"]?.AsObject().First() is { } content
        ? (content.Key, content.Value!["example"] is JsonValue text ? (string)text! : content.Value["example"]!.ToJsonString())
        : null;

    /// <summary>A request with the contract's own examples, and some parameters of other values.</summary>
    public HttpRequestMessage ToRequest(params (string Name, string? Value)[] instead)
    {
        var path = Path;
        var query = new List<string>();
        var headers = new List<(string, string)>();
        foreach (var parameter in Parameters)
        {
            var name = (string)parameter["name"]!;
            var other = instead.Where(i => i.Name == name).ToList();
            var value = other.Count > 0 ? other[0].Value : parameter["example"] is { } example ? Convert.ToString(example.GetValue<object>(), CultureInfo.InvariantCulture) : null;
            if (value is null)
            {
                continue;
            }

            switch ((string)parameter["in"]!)
            {
                case "path":
                    path = path.Replace('{' + name + '}', Uri.EscapeDataString(value), StringComparison.Ordinal);
                    break;
                case "query":
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                    break;
                default:
                    headers.Add((name, value));
                    break;
            }
        }

        var request = new HttpRequestMessage(Method, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is { } body)
        {
            request.Content = new StringContent(body.Text);
            request.Content.Headers.ContentType = new(body.MediaType);
        }

        return request;
    }
}
