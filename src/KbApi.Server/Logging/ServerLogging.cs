using Microsoft.Extensions.Logging.Console;

namespace KbApi.Server.Logging;

/// <summary>The log of the server: on the console, an entry a line; <c>Logging:Console:FormatterName</c> chooses <c>line</c>, <c>json</c> or another of the platform's.</summary>
internal static class ServerLogging
{
    private const string FormatterSetting = "Logging:Console:FormatterName";

    public static void AddServerConsole(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.AddConsole();
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName = configuration[FormatterSetting] ?? LineFormatter.FormatterName);

        // The client of the brokers tells of every attempt to connect, with a stack; QueueMonitor says once that they are away.
        logging.AddFilter("NATS", LogLevel.None);

        // A server that can't start says why in one line of its own.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
