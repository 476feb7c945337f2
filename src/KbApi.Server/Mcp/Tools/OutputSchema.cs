using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using KbApi.Server.Budget;

namespace KbApi.Server.Mcp.Tools;

/// <summary>
/// The JSON schema of a tool's answers, made of the type that they are written from. A budget may leave out any member that the plan does not always
/// keep, so only those are required.
/// </summary>
internal static class OutputSchema
{
    private const string Required = "required";

    public static JsonElement Of(Type type, AnswerPlan plan, JsonSerializerOptions json)
    {
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (_, schema) => schema is JsonObject members ? Relax(members) : schema,
        };
        var schema = json.GetJsonSchemaAsNode(type, options).AsObject();
        schema["type"] = "object";
        schema[Required] = new JsonArray([.. plan.Always.Select(m => JsonValue.Create(m))]);
        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>What has no value is left out of answers, so nothing is null either.</summary>
    private static JsonObject Relax(JsonObject schema)
    {
        schema.Remove(Required);
        if (schema["type"] is JsonArray types && types.FirstOrDefault(t => (string?)t != "null") is { } type)
        {
            schema["type"] = type.DeepClone();
        }

        if (schema["enum"] is JsonArray values)
        {
            foreach (var none in values.Where(v => v is null).ToList())
            {
                values.Remove(none);
            }
        }

        return schema;
    }
}
