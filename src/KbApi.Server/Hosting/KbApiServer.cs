using FluentValidation;
using KbApi.Content.Rendering;
using KbApi.Rules.Reports;
using KbApi.Server.Access;
using KbApi.Server.Articles;
using KbApi.Server.Changes;
using KbApi.Server.Classification;
using KbApi.Server.Codes;
using KbApi.Server.Diagnostics;
using KbApi.Server.Documents;
using KbApi.Server.Embeds;
using KbApi.Server.Entries;
using KbApi.Server.Health;
using KbApi.Server.Http;
using KbApi.Server.Insights;
using KbApi.Server.Llms;
using KbApi.Server.Locales;
using KbApi.Server.Logs;
using KbApi.Server.Mcp;
using KbApi.Server.Messages;
using KbApi.Server.OpenApi;
using KbApi.Server.Operations;
using KbApi.Server.Problems;
using KbApi.Server.Procedures;
using KbApi.Server.RateLimiting;
using KbApi.Server.Reports;
using KbApi.Server.Search;
using KbApi.Server.Site;
using KbApi.Server.Sitemaps;
using KbApi.Server.Telemetry;
using KbApi.Server.Workers;

namespace KbApi.Server.Hosting;

/// <summary>The server as a whole.</summary>
public static class KbApiServer
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Runs the server until it is told to stop; or, with the arguments <c>openapi FILE</c>, writes its contract and ends;
    /// or, with <c>health URL</c>, asks another server whether it is alive and ends; or, with <c>worker</c> first, runs a worker.</summary>
    /// <param name="args">Configuration as <c>--key value</c>, for example <c>--urls http://*:8080</c>.</param>
    /// <param name="cancellation">Stops the server.</param>
    /// <returns>0; 1 where the other server is not alive; 2 where the server can't start or the contract can't be written.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        switch (args)
        {
            case ["openapi", var path]:
                return await OpenApiFile.WriteAsync(path);
            case ["health", var address]:
                return await HealthProbe.AskAsync(address, cancellation);
            case ["worker", .. var rest]:
                return await KbApiWorker.RunAsync(rest, cancellation);
        }

        return await ServerHost.RunAsync(Create(args, builder => HeadStart.Begin(builder.Services, builder.Configuration)), cancellation);
    }

    /// <summary>A server that is ready to be started.</summary>
    /// <param name="args">Configuration as <c>--key value</c>.</param>
    /// <param name="configure">Changes to the services before they are built, or null.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = ServerHost.CreateBuilder(args, DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = RequestBounds.MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = LimitOptions.ConnectionsOf(builder.Configuration);
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(RefusalBodies.Use));
        });
        KbMcpServer.AddLogging(builder.Logging);
        AddServices(builder);
        configure?.Invoke(builder);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.AddProblemDetails();
        services.AddRateLimiter(_ => { });
        services.AddTimeouts();
        services.AddAccess(builder.Configuration);
        services.AddSingleton<HtmlFragment>();
        services.AddSingleton<DocumentRenderer>();
        services.AddSingleton<ArticleText>();
        services.AddSingleton<IValidator<ErrorReport>, ErrorReportValidator>();
        services.AddSingleton<ReportReader>();
        services.AddReports();
        services.AddInsights();
        services.AddCors(options =>
        {
            options.AddDefaultPolicy(Cors.Configure);
            options.AddPolicy(Cors.Asking, Cors.ConfigureAsking);
            options.AddPolicy(Cors.Mcp, Cors.ConfigureMcp);
        });
        services.AddSingleton<McpEndpoint>();
        KbMcpServer.AddServices(services);
        services.AddApiDocument();
        services.AddSite();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseProxies();
        app.UseRequestLimits();
        app.UseHostFilter();
        app.UseMiddleware<RequestBounds>();
        app.UseAnswerCache(AccessMode.Open);
        app.UseProblems();
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseAccess();
        app.UseAnswerCache(AccessMode.Closed);
        app.UseMiddleware<ApiMiddleware>();
        app.MapApi();
        app.MapHealth();
        app.MapMetrics();
        app.MapApiDocument();
        app.MapLlms();
        app.MapSitemap();
        McpEndpoint.Map(app);
        app.MapSite();
        app.MapEmbeds();
    }

    private static void MapApi(this WebApplication app)
    {
        var group = app.MapGroup("/v1");
        group.RequireScopes();
        group.MapCodes();
        group.MapEntries();
        group.MapArticles();
        group.MapProcedures();
        group.MapOperations();
        group.MapLocales();
        group.MapSearch();
        group.MapMessages();
        group.MapChanges();
        group.MapDiagnostics();
        group.MapClassification();
        group.MapLogs();
        group.MapReports();
        group.MapInsights();
    }
}
