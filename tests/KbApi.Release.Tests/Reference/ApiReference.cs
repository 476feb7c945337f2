using System.Globalization;
using System.Text;
using KbApi.Release.Tests.Documents;
using YamlDotNet.RepresentationModel;

namespace KbApi.Release.Tests.Reference;

/// <summary>Writes the contract as a document for people.</summary>
internal sealed class ApiReference
{
    private const int CommonFrom = 5;
    private const int LongestExample = 60;

    private readonly YamlMappingNode _contract;
    private readonly List<Operation> _operations;
    private readonly Dictionary<string, YamlNode> _common;
    private readonly StringBuilder _text = new();

    private ApiReference(YamlMappingNode contract)
    {
        _contract = contract;
        _operations = [.. from path in contract.Find("paths").Members() from method in path.Value.Members() select new Operation(method.Name.ToUpperInvariant(), path.Name, method.Value)];
        _common = _operations.SelectMany(o => o.Parameters)
            .GroupBy(p => (Name: p.FindText("name")!, Description: p.FindText("description")))
            .Where(g => g.Count() >= CommonFrom)
            .ToDictionary(g => g.Key.Name, g => g.First(), StringComparer.Ordinal);
    }

    public static string Write(YamlMappingNode contract)
    {
        var reference = new ApiReference(contract);
        reference.WriteBeginning();
        reference.WriteOperations();
        reference.WriteCommonParameters();
        reference.WriteTypes();
        return reference._text.ToString();
    }

    private void WriteBeginning()
    {
        Line("# API reference");
        Line();
        Line("All operations of the server, written from [openapi.yaml](../openapi.yaml) ([how](../CONTRIBUTING.md)). [The API for callers](api.md) says what they have in");
        Line("common: languages, representations, budgets, caching, paging, problems.");
        Line();
        Line("| Operation | |");
        Line("| --- | --- |");
        foreach (var operation in _operations)
        {
            Line($"| [`{operation.Method} {operation.Path}`](#{Document.AnchorOf(operation.Summary)}) | {operation.Summary} |");
        }
    }

    private void WriteOperations()
    {
        foreach (var group in _operations.GroupBy(o => o.Tag))
        {
            Line();
            Line($"## {group.Key}");
            foreach (var operation in group)
            {
                WriteOperation(operation);
            }
        }
    }

    private void WriteOperation(Operation operation)
    {
        Line();
        Line($"### {operation.Summary}");
        Line();
        Line($"`{operation.Method} {operation.Path}`");
        Line();
        Line((operation.Node.FindText("description") ?? "").Trim());
        WriteParameters(operation);
        if (operation.Node.Find("requestBody") is { } body)
        {
            Line();
            Line($"Body: {Contents(body)}.");
            WriteExample("Example of a body", body);
        }

        foreach (var (status, response) in operation.Node.Find("responses").Members().Where(r => r.Value.Find("content")?.Find("application/problem+json") is null && r.Name != "304"))
        {
            Line();
            Line($"{status}: {Contents(response)}.");
            WriteExample("Example of an answer", response);
        }

        var problems = operation.Node.Find("responses").Members().Where(r => r.Value.Find("content")?.Find("application/problem+json") is not null).Select(r => r.Name).ToList();
        if (problems.Count > 0)
        {
            Line();
            Line($"Problems: {string.Join(", ", problems)}.");
        }
    }

    private void WriteParameters(Operation operation)
    {
        var (common, own) = (operation.Parameters.Where(IsCommon).ToList(), operation.Parameters.Where(p => !IsCommon(p)).ToList());
        if (own.Count > 0)
        {
            Line();
            Line("| Parameter | In | Type | Meaning |");
            Line("| --- | --- | --- | --- |");
            own.ForEach(WriteParameter);
        }

        if (common.Count > 0)
        {
            Line();
            Line($"Also {string.Join(", ", common.Select(p => $"`{p.FindText("name")}`"))}: [parameters in common](#parameters-in-common).");
        }
    }

    private bool IsCommon(YamlNode parameter) =>
        _common.TryGetValue(parameter.FindText("name")!, out var common) && common.FindText("description") == parameter.FindText("description");

    private void WriteCommonParameters()
    {
        Line();
        Line("## Parameters in common");
        Line();
        Line("| Parameter | In | Type | Meaning |");
        Line("| --- | --- | --- | --- |");
        foreach (var parameter in _common.Values)
        {
            WriteParameter(parameter);
        }
    }

    private void WriteParameter(YamlNode parameter)
    {
        var name = $"`{parameter.FindText("name")}`{(parameter.Is("required") ? ", required" : "")}";
        var schema = parameter.Find("schema")!;
        var unlessGiven = schema.FindText("default") is { } value ? $" Default: `{value}`." : "";
        Line($"| {name} | {parameter.FindText("in")} | {SchemaText.NameOf(schema)} | {Cell(parameter.FindText("description"))}{unlessGiven} |");
    }

    private void WriteTypes()
    {
        Line();
        Line("## Types");
        Line();
        Line("Properties that are not always there are marked with a question mark.");
        foreach (var (name, schema) in _contract.Find("components")!.Find("schemas").Members().OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            Line();
            Line($"### {name}");
            Line();
            var properties = SchemaText.PropertiesOf(schema).ToList();
            Line(Cell(schema.FindText("description")) is { Length: > 0 } description ? description : properties.Count > 0 ? "" : SchemaText.NameOf(schema) + ".");
            if (schema.Find("enum").Words().ToList() is { Count: > 0 } values)
            {
                Line();
                Line($"One of {string.Join(", ", values.Select(v => $"`{v}`"))}.");
            }

            if (properties.Count > 0)
            {
                Line();
                Line("| Property | Type | Meaning |");
                Line("| --- | --- | --- |");
                properties.ForEach(p => Line($"| `{p.Path}`{(p.IsRequired ? "" : "?")} | {SchemaText.NameOf(p.Schema)} | {Cell(p.Schema.FindText("description"))} |"));
            }
        }
    }

    private void WriteExample(string title, YamlNode body)
    {
        var example = body.Find("content")?.Find("application/json") is { } json ? json.Find("example") ?? json.Find("examples").Members().Select(e => e.Value.Find("value")).FirstOrDefault() : null;
        if (example is null || ExampleJson.Write(example) is not { } text || text.Count(c => c == '\n') > LongestExample)
        {
            return;
        }

        Line();
        Line($"{title}:");
        Line();
        Line("```json");
        Line(text);
        Line("```");
    }

    private static string Contents(YamlNode body)
    {
        var kinds = body.Find("content").Members().GroupBy(c => SchemaText.NameOf(c.Value.Find("schema"))).Select(g => $"{(g.Key.Length == 0 ? "bytes" : g.Key)} as {string.Join(", ", g.Select(c => $"`{c.Name}`"))}");
        return string.Join("; ", kinds) is { Length: > 0 } text ? text : body.FindText("description")?.TrimEnd('.') ?? "nothing";
    }

    private static string Cell(string? text) => (text ?? "").Trim().ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    private void Line(string text = "") => _text.Append(CultureInfo.InvariantCulture, $"{text}\n");

    private sealed record Operation(string Method, string Path, YamlNode Node)
    {
        public string Summary => Node.FindText("summary") ?? Path;

        public string Tag => Node.Find("tags").Words().First();

        public IEnumerable<YamlNode> Parameters => Node.Find("parameters").Items();
    }
}
