using System.Text.Json;
using KbApi.Content.Model;

namespace KbApi.Cli.Model;

/// <summary>Writes what was understood of documents as JSON objects: one form for people's scripts and for measuring.</summary>
internal static class ModelJson
{
    public static void Write(Utf8JsonWriter json, KnowledgeItem item, string path)
    {
        json.WriteStartObject();
        json.WriteString("type", TypeOf(item));
        json.WriteString("id", item.Id);
        json.WriteString("path", path);
        json.WriteString("locale", item.Locale.Value);
        json.WriteNumber("line", item.StartLine);
        json.WriteNumber("endLine", item.EndLine);
        switch (item)
        {
            case Entry entry:
                WriteEntry(json, entry);
                break;
            case Procedure procedure:
                json.WriteString("title", procedure.Title.Text);
                json.WriteNumber("steps", procedure.Steps.Length);
                break;
            case Ladder ladder:
                WriteArray(json, "rungs", ladder.Rungs.Select(r => r.Procedure ?? r.Anchor));
                break;
            case Checklist checklist:
                json.WriteNumber("items", checklist.Count);
                break;
            case Operation operation:
                json.WriteString("name", operation.Name);
                json.WriteString("source", operation.Source);
                json.WriteString("start", operation.Start);
                json.WriteString("success", operation.Success);
                json.WriteString("failure", operation.Failure);
                break;
            case ServiceState state:
                json.WriteString("name", state.Name);
                json.WriteString("source", state.Source);
                json.WriteString("started", state.Started);
                json.WriteString("stopped", state.Stopped);
                break;
            case Heartbeat heartbeat:
                json.WriteString("entry", heartbeat.Entry);
                json.WriteString("source", heartbeat.Source);
                WriteQuantity(json, "interval", heartbeat.Interval);
                break;
        }

        json.WriteEndObject();
    }

    private static string TypeOf(KnowledgeItem item) => item switch
    {
        Entry => "entry",
        Procedure => "procedure",
        Ladder => "ladder",
        Checklist => "checklist",
        Operation => "operation",
        ServiceState => "state",
        Heartbeat => "heartbeat",
        _ => throw new ArgumentException($"{item.GetType().Name} has no form in JSON; add one here.", nameof(item)),
    };

    private static void WriteEntry(Utf8JsonWriter json, Entry entry)
    {
        json.WriteString("shape", Name(entry.Shape));
        json.WriteStartArray("codes");
        foreach (var code in entry.Codes)
        {
            json.WriteStartObject();
            json.WriteString("scheme", code.Code.Scheme);
            json.WriteString("value", code.Code.Value);
            if (code.Code.Source is { } source)
            {
                json.WriteString("source", source);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("title", entry.Title.Text);
        WriteArray(json, "messages", entry.Messages.Select(m => m.Text));
        json.WriteString("resolution", entry.Resolution?.Text);
        json.WriteString("section", entry.Section);
        json.WriteString("severity", Name(entry.Severity));
        json.WriteString("source", entry.Source);
        json.WriteString("audience", Name(entry.Audience));
        json.WriteString("handOff", entry.HandOff is { } handOff ? Name(handOff) : null);
        WriteArray(json, "causes", entry.Causes.Select(c => c.Text));
        WriteArray(json, "discriminators", entry.Discriminators.Select(d => d.Fact.Text));
        json.WriteStartArray("constraints");
        foreach (var constraint in entry.Constraints)
        {
            WriteConstraint(json, constraint);
        }

        json.WriteEndArray();
    }

    private static void WriteConstraint(Utf8JsonWriter json, Constraint constraint)
    {
        json.WriteStartObject();
        json.WriteString("kind", Name(constraint.Kind));
        json.WriteNumber("value", constraint.Quantity.Value);
        json.WriteString("unit", constraint.Quantity.Unit);
        json.WriteString("bound", Name(constraint.Bound));
        if (constraint.To is { } to)
        {
            json.WriteNumber("to", to);
        }

        if (constraint.Per is { } per)
        {
            WriteQuantity(json, "per", per);
        }

        json.WriteString("text", constraint.Text);
        json.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter json, string name, Quantity quantity)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", quantity.Value);
        json.WriteString("unit", quantity.Unit);
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
