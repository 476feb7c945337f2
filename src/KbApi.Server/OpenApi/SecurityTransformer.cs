using KbApi.Server.Access;
using KbApi.Server.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Writes into the contract what operations need: a scope always, or the scope of reads where an operator has closed them.</summary>
internal sealed class SecurityTransformer : IOpenApiOperationTransformer, IOpenApiDocumentTransformer
{
    private const string SchemeName = "key";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemResponse), null, cancellationToken);
        context.Document?.AddComponent(nameof(ProblemResponse), problem);
        operation.Responses ??= [];
        if (metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy is { } scope)
        {
            operation.Security = [Requirement(scope, context.Document)];
            OperationResponses.AddProblem(operation, context.Document, "401", $"No key was sent, or one that is not valid. The scope `{scope}` is needed.");
            OperationResponses.AddProblem(operation, context.Document, "403", $"The key is valid, but has not the scope `{scope}`.");
        }
        else
        {
            operation.Security = [new OpenApiSecurityRequirement(), Requirement(Scopes.ContentRead, context.Document)];
        }

        OperationResponses.AddProblem(
            operation, context.Document, "default",
            "Another problem: 401 or 403 where reads are closed, 408 where the request came in too slowly, 421 where the server does not answer to the host name.");
    }

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "kb_… or JWT",
            Description =
                "A key that `kb keys create` made (`kb_…`), or a token of the operator's OpenID provider whose claim `scope` or `scp` has the scope. "
                + "Scopes: " + string.Join(", ", Scopes.All.Select(s => $"`{s}`")) + ".",
        };
        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(string scope, OpenApiDocument? document) =>
        new() { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [scope] };
}
