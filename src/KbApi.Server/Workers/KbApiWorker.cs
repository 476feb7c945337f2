using KbApi.Server.Health;
using KbApi.Server.Hosting;
using KbApi.Server.Http;
using KbApi.Server.Queue;
using KbApi.Server.Reports;
using KbApi.Server.Snapshots;
using KbApi.Server.Telemetry;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Workers;

/// <summary>A worker as a whole: takes reports out of the queue, classifies and stores them; answers probes and metrics on a port of its own.</summary>
public static class KbApiWorker
{
    private const string DefaultUrl = "http://localhost:5081";

    /// <summary>Runs a worker until it is told to stop.</summary>
    /// <param name="args">Configuration as <c>--key value</c>, for example <c>--Kb:Queue:Url nats://localhost:4222</c>.</param>
    /// <param name="cancellation">Stops the worker.</param>
    /// <returns>0; 2 where it can't start.</returns>
    public static Task<int> RunAsync(string[] args, CancellationToken cancellation = default) => ServerHost.RunAsync(Create(args), cancellation);

    private static WebApplication Create(string[] args)
    {
        var builder = ServerHost.CreateBuilder(args, DefaultUrl);
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.PostConfigure<ServerOptions>(options => options.IsAnswering = false);
        services.AddSingleton<IValidateOptions<ServerOptions>, WorkerSettings>();
        services.AddReportDesk();
        services.AddQueue();
        services.AddSingleton<WorkerState>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<BatchProcessor>();
        services.AddHostedService<ReportWorker>();
        var app = builder.Build();
        app.MapGet("/health/live", HealthEndpoints.GetLive);
        app.MapGet("/health/ready", GetReady);
        app.MapMetrics();
        return app;
    }

    /// <summary>Whether it has content to classify with, and reads from the queue.</summary>
    private static IResult GetReady(SnapshotStore store, WorkerState state, IHostApplicationLifetime lifetime)
    {
        var status = lifetime.ApplicationStopping.IsCancellationRequested ? "stopping" : store.Current is null ? "starting" : state.IsConnected ? "ready" : "waiting for the queue";
        return Results.Text(status, statusCode: status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A worker without a queue or a store has nothing to do.</summary>
    private sealed class WorkerSettings(ReportOptions reports) : IValidateOptions<ServerOptions>
    {
        public ValidateOptionsResult Validate(string? name, ServerOptions options) =>
            !options.Queue.IsOn ? ValidateOptionsResult.Fail("A worker needs a queue; set KB_QUEUE or Kb:Queue:Url to an address such as nats://localhost:4222.")
            : !reports.IsOn ? ValidateOptionsResult.Fail("A worker needs a store; set KB_STORE or Kb:Store to a database.")
            : ValidateOptionsResult.Success;
    }
}
