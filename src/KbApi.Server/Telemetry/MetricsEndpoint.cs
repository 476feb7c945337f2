namespace KbApi.Server.Telemetry;

/// <summary>What is measured, as text for Prometheus.</summary>
internal static class MetricsEndpoint
{
    /// <summary>The path.</summary>
    public const string Path = "/metrics";

    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<KbMetrics>();
        services.AddSingleton<StoreMetrics>();
        services.AddSingleton<TelemetryService>();

        // The first to start and the last to stop: it collects what the others do meanwhile.
        services.AddHostedService(provider => provider.GetRequiredService<TelemetryService>());
    }

    public static void MapMetrics(this WebApplication app)
    {
        // The collecting begins with the first question: see docs/adr/0040.
        var scrape = new Lazy<RequestDelegate>(() =>
        {
            var branch = ((IApplicationBuilder)app).New();
            branch.UseOpenTelemetryPrometheusScrapingEndpoint(
                app.Services.GetRequiredService<TelemetryService>().Meters, predicate: _ => true, path: null, configureBranchedPipeline: null, optionsName: null);
            return branch.Build();
        });
        app.MapMethods(Path, [HttpMethods.Get], (RequestDelegate)(context => scrape.Value(context))).ExcludeFromDescription().AllowAnonymous();
    }
}
