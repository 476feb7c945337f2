using KbApi.Server.Site;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>The contract: served as JSON and YAML, and shown by Swagger UI.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer<DocumentTransformer>();
            options.AddDocumentTransformer<AbsentValueTransformer>();
            options.AddOperationTransformer<ApiOperationTransformer>();
            options.AddOperationTransformer<SecurityTransformer>();
            options.AddDocumentTransformer<SecurityTransformer>();
            options.AddOperationTransformer<ExampleTransformer>();
        });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Add(AnswerOnlyToItsName);
        app.MapOpenApi("/openapi/{documentName}.yaml").Add(AnswerOnlyToItsName);
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.ContentSecurityPolicy = SiteSecurity.SwaggerPolicy;
            }

            return next(context);
        });
        app.UseSwaggerUI(ui =>
        {
            ui.SwaggerEndpoint("/openapi/v1.json", "KbApi v1");
            ui.DocumentTitle = "KbApi";
            ui.DisplayRequestDuration();
            ui.EnableDeepLinking();
        });
    }

    /// <summary>The framework answers to other names with a text that is no problem document.</summary>
    private static void AnswerOnlyToItsName(EndpointBuilder endpoint)
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if ((string?)context.Request.RouteValues["documentName"] == Name)
            {
                return answer(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
