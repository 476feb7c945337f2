using KbApi.Server.Logging;
using KbApi.Server.Snapshots;
using KbApi.Server.Telemetry;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Hosting;

/// <summary>What the server and its workers have in common: configuration, log, content, and how they start and stop.</summary>
internal static partial class ServerHost
{
    /// <summary>The folder with settings that nobody else is to read, one a file.</summary>
    private const string SecretsFolder = "KB_SECRETS";

    /// <summary>Settings are read once, at the start. To watch their file is to watch all folders below it, the content's among them.</summary>
    private static readonly string[] OwnSettings = ["--hostBuilder:reloadConfigOnChange", "false"];

    private const int Failed = 2;

    public static WebApplicationBuilder CreateBuilder(string[] args, string defaultUrl)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. OwnSettings, .. args], ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration[SecretsFolder] is { Length: > 0 } secrets)
        {
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
        }

        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(defaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddServerConsole(builder.Configuration);
        var services = builder.Services;
        ServerOptions.Add(services, builder.Configuration);
        services.AddSnapshots();
        services.AddTelemetry();
        services.AddHostedService<Draining>();
        return builder;
    }

    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>0; 2 where it can't start, which the log says why.</returns>
    public static async Task<int> RunAsync(WebApplication app, CancellationToken cancellation)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync(cancellation);
            }
            catch (Exception e) when (e is IOException or OptionsValidationException or InvalidOperationException or FormatException)
            {
                Log.CannotStart(app.Logger, e.Message);
                return Failed;
            }

            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The server cannot start: {Reason}")]
        public static partial void CannotStart(ILogger logger, string reason);
    }
}
