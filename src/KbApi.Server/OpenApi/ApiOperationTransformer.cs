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

        var isPaged = endpoint.IsReading && operation.OperationId is "listEntries" or "listArticles" or "listChanges" or "listDiagnostics" or "search";
        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            .. endpoint.IsReading ? CommonParameters.OfReading() : CommonParameters.OfAsking(),
            .. isPaged ? CommonParameters.OfPages() : [],
        ];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemResponse), null, cancellationToken);
        context.Document?.AddComponent(nameof(ProblemResponse), problem);
        operation.Responses ??= [];
        OperationResponses.DescribeSuccess(operation, endpoint, isPaged);
        if (operation.RequestBody is OpenApiRequestBody body)
        {
            body.Description = operation.OperationId == "classifyBatch" ? "The reports, one a line." : "The report.";
        }

        if (operation.OperationId == "getCode")
        {
            await DescribeCodeAnswerAsync(operation, context, cancellationToken);
        }

        var hasPath = context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true;
        OperationResponses.AddProblems(operation, endpoint, hasPath, isPaged, context.Document);
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
