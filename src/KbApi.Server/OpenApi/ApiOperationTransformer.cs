using System.Text.Json.Nodes;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Writes into the contract what operations have in common: the locale, caching, bounds, and how they fail.</summary>
internal sealed class ApiOperationTransformer : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiEndpoint>().FirstOrDefault() is not { } endpoint)
        {
            return;
        }

        var isPaged = OperationResponses.IsPaged(operation.OperationId);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            Describe(parameter, operation.OperationId);
        }

        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            .. endpoint.IsReading ? CommonParameters.OfReading() : CommonParameters.OfAsking(operation.OperationId),
            .. isPaged ? CommonParameters.OfPages() : [],
        ];

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemResponse), null, cancellationToken);
        context.Document?.AddComponent(nameof(ProblemResponse), problem);
        operation.Responses ??= [];
        OperationResponses.DescribeSuccess(operation, endpoint, isPaged);
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            var isBatch = endpoint.MediaTypes.Contains(Representations.JsonLines);
            body.Description = isBatch ? "The reports, one a line." : operation.OperationId switch { "analyzeLog" => "The log.", "addFeedback" => "The feedback.", "deleteReports" => "What to delete.", _ => "The report." };
            if (isBatch)
            {
                DescribeLines(body.Content);
                DescribeLines(operation.Responses["200"].Content);
            }
        }

        if (operation.OperationId == "getCode")
        {
            await DescribeCodeAnswerAsync(operation, context, cancellationToken);
        }

        var hasPath = context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true;
        OperationResponses.AddProblems(operation, endpoint, hasPath, isPaged, context.Document);
    }

    /// <summary>What handlers check themselves, so that problems are in the caller's language.</summary>
    private static void Describe(OpenApiParameter parameter, string? operation)
    {
        parameter.Required |= (operation, parameter.Name) is ("search" or "suggest", "q") or ("resolveMessage", "text") or ("listChanges", "since");
        if (parameter is { Name: "severity", Schema: OpenApiSchema schema })
        {
            string[] words = operation == "listDiagnostics" ? ["hidden", "info", "warning", "error"] : ["error", "warning", "info"];
            schema.Enum = [.. words.Select(w => JsonValue.Create(w))];
        }
    }

    /// <summary>JSON Lines are a text; what each line is stands beside its schema, as OpenAPI 3.2 does with <c>itemSchema</c>.</summary>
    private static void DescribeLines(IDictionary<string, OpenApiMediaType>? content)
    {
        foreach (var media in content?.Values.ToList() ?? [])
        {
            var line = ((OpenApiSchemaReference)media.Schema!).Reference.ReferenceV3;
            media.AddExtension("x-item-schema", new JsonNodeExtension(new JsonObject { ["$ref"] = line }));
            media.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "JSON Lines; `x-item-schema` is the schema of a line." };
        }
    }

    /// <summary>A code with one entry answers with it, one with several with all of them.</summary>
    private static async Task DescribeCodeAnswerAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var matches = await context.GetOrCreateSchemaAsync(typeof(CodeMatches), null, cancellationToken);
        ((OpenApiSchema)matches.Properties!["matches"]).Items = new OpenApiSchemaReference(nameof(EntryResponse), context.Document);
        context.Document?.AddComponent(nameof(CodeMatches), matches);
        var ok = (OpenApiResponse)operation.Responses!["200"];
        ok.Headers!["Content-Location"] = OperationResponses.Header("The address of the entry, where there is one.");
        ok.Content![Representations.Json].Schema = new OpenApiSchema
        {
            OneOf = [new OpenApiSchemaReference(nameof(EntryResponse), context.Document), new OpenApiSchemaReference(nameof(CodeMatches), context.Document)],
        };
    }
}
