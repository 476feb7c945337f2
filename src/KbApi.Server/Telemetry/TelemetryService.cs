using System.Reflection;
using KbApi.Server.Queue;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KbApi.Server.Telemetry;

/// <summary>
/// Collects what is measured: metrics from the first time that <c>/metrics</c> is asked, metrics and traces from the start where the variable
/// OTEL_EXPORTER_OTLP_ENDPOINT says where to send them. Where neither is so, nothing is collected, and it costs nothing.
/// </summary>
/// <param name="configuration">Has the settings of OpenTelemetry, <c>OTEL_…</c>.</param>
/// <param name="metrics">The server's own instruments; made with this, so that they are there when somebody listens.</param>
/// <param name="store">Those of the store.</param>
/// <param name="queue">Those of the queue.</param>
internal sealed class TelemetryService(IConfiguration configuration, KbMetrics metrics, StoreMetrics store, QueueMetrics queue) : IHostedService, IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string DefaultServiceName = "kbapi";

    private readonly bool _isExported = !string.IsNullOrEmpty(configuration[EndpointVariable]);
    private readonly Lock _lock = new();
    private MeterProvider? _meters;
    private TracerProvider? _tracer;

    /// <summary>What collects metrics.</summary>
    public MeterProvider Meters
    {
        get
        {
            lock (_lock)
            {
                GC.KeepAlive((metrics, store, queue));
                return _meters ??= CreateMeters();
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_isExported)
        {
            _ = Meters;
            _tracer = CreateTracer();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what has not been sent yet.</summary>
    public void Dispose()
    {
        _tracer?.Dispose();
        _meters?.Dispose();
    }

    private MeterProvider CreateMeters()
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(Resource())
            .AddMeter(KbMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
            .AddPrometheusExporter(options => options.ScrapeResponseCacheDurationMilliseconds = 0);
        return (_isExported ? builder.AddOtlpExporter() : builder).Build();
    }

    private TracerProvider CreateTracer() => Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(configuration))
        .SetResourceBuilder(Resource())
        .AddAspNetCoreInstrumentation(options => options.Filter = context => !IsProbe(context.Request.Path))
        .AddSource(KbTracing.SourceName)
        .AddOtlpExporter()
        .Build();

    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal);

    /// <summary>Who measures. What the environment says (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) wins.</summary>
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService(DefaultServiceName, serviceVersion: typeof(TelemetryService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
