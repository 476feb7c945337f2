using KbApi.Server.Site;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>The contract: served as JSON and YAML, and shown by Swagger UI.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services)
    {
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
        DescribedEndpoints.Use(services);
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Add(AnswerOnlyToItsName);
        app.MapOpenApi("/openapi/{documentName}.yaml").Add(AnswerOnlyToItsName);
        app.UseSwagger();
    }

    /// <summary>Swagger UI, put together when somebody first looks at it: most servers are asked by programs only.</summary>
    private static void UseSwagger(this WebApplication app) => app.Use(next =>
    {
        var pages = new Lazy<RequestDelegate>(() =>
        {
            var branch = ((IApplicationBuilder)app).New();
            branch.UseSwaggerUI(ui =>
            {
                ui.SwaggerEndpoint("/openapi/v1.json", "KbApi v1");
                ui.DocumentTitle = "KbApi";
                ui.DisplayRequestDuration();
                ui.EnableDeepLinking();
            });
            branch.Run(next);
            return branch.Build();
        });
        return context =>
        {
            if (!context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            context.Response.Headers.ContentSecurityPolicy = SiteSecurity.SwaggerPolicy;
            return pages.Value(context);
        };
    });

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
