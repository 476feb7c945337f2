using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace KbApi.Server.Mcp.Tools;

/// <summary>What an argument of a tool is.</summary>
internal enum ToolArgumentKind
{
    /// <summary>A text; a whole number is taken as one, since models write codes as numbers.</summary>
    Text,

    /// <summary>A whole number; also as a text of digits.</summary>
    Integer,

    /// <summary>An object whose members are texts.</summary>
    Texts,
}

/// <summary>An argument of a tool: the schema that clients see and the check of what they send are made of the same description.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">What it is for, in English: models read it.</param>
internal sealed record ToolArgument(string Name, ToolArgumentKind Kind, string Description)
{
    /// <summary>Whether it has to be given, with more than blanks.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The smallest number.</summary>
    public int Min { get; init; }

    /// <summary>The largest number; of texts the greatest length of each.</summary>
    public required int Max { get; init; }

    /// <summary>The greatest number of members of <see cref="ToolArgumentKind.Texts"/>.</summary>
    public int MaxCount { get; init; }

    /// <summary>The only values that it may have; any where empty.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The value where none is given, or null.</summary>
    public JsonValue? Default { get; init; }

    /// <summary>Its JSON schema.</summary>
    public JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = TypeOf(Kind), ["description"] = Description };
        switch (Kind)
        {
            case ToolArgumentKind.Integer:
                schema["minimum"] = Min;
                schema["maximum"] = Max;
                break;
            case ToolArgumentKind.Texts:
                schema["additionalProperties"] = new JsonObject { ["type"] = "string", ["maxLength"] = Max };
                schema["maxProperties"] = MaxCount;
                break;
            default:
                AddTextBounds(schema);
                break;
        }

        if (Default is not null)
        {
            schema["default"] = Default.DeepClone();
        }

        return schema;
    }

    private void AddTextBounds(JsonObject schema)
    {
        if (!Choices.IsEmpty)
        {
            schema["enum"] = new JsonArray([.. Choices.Select(c => JsonValue.Create(c))]);
            return;
        }

        if (IsRequired)
        {
            schema["minLength"] = 1;
        }

        schema["maxLength"] = Max;
    }

    private static string TypeOf(ToolArgumentKind kind) => kind switch
    {
        ToolArgumentKind.Integer => "integer",
        ToolArgumentKind.Texts => "object",
        _ => "string",
    };
}
