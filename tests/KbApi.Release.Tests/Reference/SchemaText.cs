using YamlDotNet.RepresentationModel;

namespace KbApi.Release.Tests.Reference;

/// <summary>What a schema of the contract is called in the reference.</summary>
internal static class SchemaText
{
    /// <summary>A type as words; types with a name are links.</summary>
    public static string NameOf(YamlNode? schema)
    {
        if (schema is null)
        {
            return "";
        }

        if (schema.FindText("$ref") is { } reference)
        {
            var name = reference[(reference.LastIndexOf('/') + 1)..];
            return $"[{name}](#{name.ToLowerInvariant()})";
        }

        var choices = schema.Find("oneOf").Items().Concat(schema.Find("anyOf").Items()).Where(c => c.FindText("type") != "null").Select(NameOf).ToList();
        if (choices.Count > 0)
        {
            return string.Join(" or ", choices);
        }

        var values = schema.Find("enum").Words().ToList();
        return values.Count > 0 ? string.Join(", ", values.Select(v => $"`{v}`")) : PlainName(schema);
    }

    /// <summary>The properties of a schema, and those of objects in it that have no name of their own.</summary>
    public static IEnumerable<(string Path, YamlNode Schema, bool IsRequired)> PropertiesOf(YamlNode schema, string prefix = "")
    {
        var required = schema.Find("required").Words().ToHashSet(StringComparer.Ordinal);
        foreach (var (name, property) in schema.Find("properties").Members())
        {
            var path = prefix + name;
            yield return (path, property, required.Contains(name));
            var (inner, suffix) = property.Find("items") is { } items ? (items, "[].") : (property, ".");
            foreach (var part in PropertiesOf(inner, path + suffix))
            {
                yield return part;
            }
        }
    }

    private static string PlainName(YamlNode schema)
    {
        var type = schema.Find("type").Words().FirstOrDefault(t => t != "null") ?? "object";
        return type switch
        {
            "array" => "list of " + NameOf(schema.Find("items")),
            "object" when schema.Find("additionalProperties") is YamlMappingNode values => "names to " + NameOf(values),
            _ => (schema.FindText("format") is { } format && format is not ("int32" or "int64" or "double") ? $"{type} ({format})" : type) + BoundsOf(schema),
        };
    }

    private static string BoundsOf(YamlNode schema) => (schema.FindText("minimum"), schema.FindText("maximum")) switch
    {
        ({ } least, { } most) => $", {least} to {most}",
        ({ } least, null) => $", at least {least}",
        (null, { } most) => $", at most {most}",
        _ => "",
    };
}
