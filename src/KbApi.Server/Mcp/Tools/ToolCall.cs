using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Http;

namespace KbApi.Server.Mcp.Tools;

/// <summary>A call of a tool whose arguments can be used.</summary>
/// <param name="Scope">What to answer from, and how.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Json">How answers become JSON.</param>
internal sealed record ToolCall(AnswerScope Scope, ToolArguments Arguments, JsonSerializerOptions Json)
{
    /// <summary>The text of an argument, or null where it is not given or blank.</summary>
    public string? this[string argument] => Arguments.Text(argument) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A thing as a tree, with the members that the call's detail asks for.</summary>
    public JsonObject ToJson<T>(T value, AnswerPlan plan)
    {
        var tree = JsonSerializer.SerializeToNode(value, Json)!.AsObject();
        return Scope.Detail == Detail.Brief ? new JsonTrimmer(plan, Json).Brief(tree) : tree;
    }
}
