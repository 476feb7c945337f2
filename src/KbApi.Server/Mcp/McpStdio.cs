using FluentValidation;
using KbApi.Content.Model;
using KbApi.Rules.Reports;
using KbApi.Server.Hosting;
using KbApi.Server.Logging;
using KbApi.Server.Snapshots;
using KbApi.Server.Telemetry;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace KbApi.Server.Mcp;

/// <summary>The Model Context Protocol over the streams of a process. Content is loaded, and loaded again when it changes, as by the server.</summary>
public static class McpStdio
{
    private const string Name = "kb";

    /// <summary>Answers until the input ends or it is told to stop.</summary>
    /// <param name="args">Configuration as <c>--key value</c>, for example <c>--Kb:Content:0 docs</c>.</param>
    /// <param name="locale">The locale of answers to calls that name none; null for the default locale of the content.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OptionsValidationException">The configuration can't be used.</exception>
    public static Task RunAsync(string[] args, LocaleTag? locale, CancellationToken cancellation) => RunAsync(
        args, locale, (options, logs) => new StdioServerTransport(options, logs), cancellation);

    /// <summary>The same over given streams.</summary>
    internal static Task RunAsync(string[] args, Stream input, Stream output, CancellationToken cancellation) =>
        RunAsync(args, locale: null, (_, logs) => new StreamServerTransport(input, output, Name, logs), cancellation);

    private static async Task RunAsync(
        string[] args, LocaleTag? locale, Func<McpServerOptions, ILoggerFactory, ITransport> open, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

        // The output is the protocol's alone.
        builder.Logging.AddServerConsole(builder.Configuration);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        KbMcpServer.AddLogging(builder.Logging);
        builder.Configuration.AddCommandLine(args);
        ServerOptions.Add(builder.Services, builder.Configuration);
        builder.Services.AddSnapshots();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<KbMetrics>();
        builder.Services.AddSingleton<IValidator<ErrorReport>, ErrorReportValidator>();
        builder.Services.Configure<McpSettings>(settings => settings.Locale = locale);
        KbMcpServer.AddServices(builder.Services);

        using var host = builder.Build();
        await host.StartAsync(cancellation);
        var options = new McpServerOptions();
        host.Services.GetRequiredService<KbMcpServer>().Configure(options);
        var logs = host.Services.GetRequiredService<ILoggerFactory>();
        await using var transport = open(options, logs);
        await using var server = McpServer.Create(transport, options, logs, host.Services);
        await server.RunAsync(cancellation);
        await host.StopAsync(CancellationToken.None);
    }
}
