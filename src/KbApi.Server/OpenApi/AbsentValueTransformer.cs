using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Says of optional members what is so: they are absent, never null.</summary>
internal sealed class AbsentValueTransformer : IOpenApiDocumentTransformer
{
    private static readonly string[] AlwaysThere = ["id", "items", "total", "since", "snapshot", "code"];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            if (schema.Enum is { Count: > 0 } values)
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum = [.. values.Where(v => v is not null)];
            }

            if (schema.Properties?.ContainsKey("truncated") == true)
            {
                // What a budget or detail=brief may leave out is not promised.
                schema.Required?.IntersectWith(AlwaysThere);
            }

            foreach (var (name, property) in schema.Properties?.ToList() ?? [])
            {
                schema.Properties![name] = WithoutNull(property);
            }
        }

        return Task.CompletedTask;
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema property)
    {
        if (property is not OpenApiSchema schema)
        {
            return property;
        }

        if (schema.OneOf is [OpenApiSchema { Type: JsonSchemaType.Null }, { } value])
        {
            return value;
        }

        if (schema.Type is { } type && type != JsonSchemaType.Null)
        {
            schema.Type = type & ~JsonSchemaType.Null;
        }

        return schema;
    }
}
