using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Says of optional members what is so: they are absent, never null.</summary>
internal sealed class AbsentValueTransformer : IOpenApiDocumentTransformer
{
    private static readonly string[] AlwaysThere = ["id", "items", "total", "since", "snapshot", "code", "verdict", "line", "matches", "candidates", "format"];

    /// <summary>What stands in lists and may be shortened there, and what is left of it always.</summary>
    private static readonly Dictionary<string, AnswerPlan> Shortened = new(StringComparer.Ordinal)
    {
        [nameof(CandidateResponse)] = AnswerPlans.Candidate,
        [nameof(SearchHitResponse)] = AnswerPlans.Hit,
        [nameof(DiagnosticResponse)] = AnswerPlans.Finding,
        [nameof(LogFindingResponse)] = AnswerPlans.LogFinding,
        [nameof(GapResponse)] = AnswerPlans.Gap,
        [nameof(TrendResponse)] = AnswerPlans.Trend,
        [nameof(ReportResponse)] = AnswerPlans.Report,
    };

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (value is not OpenApiSchema schema)
            {
                continue;
            }

            if (Shortened.TryGetValue(name, out var plan))
            {
                schema.Required?.IntersectWith(plan.Always);
            }
            else if (schema.Properties?.ContainsKey("truncated") == true)
            {
                // What a budget or detail=brief may leave out is not promised.
                schema.Required?.IntersectWith(AlwaysThere);
            }

            if (schema.Enum is { Count: > 0 } values)
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum = [.. values.Where(v => v is not null)];
            }

            foreach (var (member, property) in schema.Properties?.ToList() ?? [])
            {
                schema.Properties![member] = WithoutNull(property);
                if (member == "code" && (name is nameof(ClassificationRequest) or nameof(BatchRequestLine)) && property is OpenApiSchema code)
                {
                    // Programs send codes as numbers.
                    code.Type = JsonSchemaType.String | JsonSchemaType.Integer;
                }
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
