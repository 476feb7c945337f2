using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using ModelContextProtocol.Protocol;

namespace KbApi.Server.Mcp.Tools;

/// <summary>A tool that models can call. It reads the content and changes nothing; the same call has the same answer as long as the content is the same.</summary>
internal abstract class KbTool
{
    public abstract string Name { get; }

    /// <summary>What people see.</summary>
    protected abstract string Title { get; }

    /// <summary>What it does, when to use it, and when not, in English: models read it.</summary>
    protected abstract string Description { get; }

    /// <summary>What it takes beside what every tool takes.</summary>
    protected abstract ImmutableArray<ToolArgument> OwnArguments { get; }

    /// <summary>What its answers are made of.</summary>
    protected abstract Type AnswerType { get; }

    /// <summary>What matters in its answers.</summary>
    protected abstract AnswerPlan Plan { get; }

    /// <summary>All that it takes.</summary>
    public ImmutableArray<ToolArgument> Arguments => [.. OwnArguments, .. CommonArguments.OfAll];

    /// <summary>The answer to a call.</summary>
    public abstract ValueTask<ToolOutcome> AnswerAsync(ToolCall call, CancellationToken cancellation);

    /// <summary>What clients are told of it.</summary>
    /// <param name="json">How its answers become JSON.</param>
    public Tool Define(JsonSerializerOptions json) => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = JsonSerializer.SerializeToElement(InputSchema()),
        OutputSchema = OutputSchema.Of(AnswerType, Plan, json),
        Annotations = new ToolAnnotations { Title = Title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    private JsonObject InputSchema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Arguments.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Name, a.ToSchema()))),
            ["additionalProperties"] = false,
        };
        var required = Arguments.Where(a => a.IsRequired).Select(a => (JsonNode?)a.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }
}
