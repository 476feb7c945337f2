using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Lint;
using KbApi.Cli.Terminal;
using KbApi.Cli.Watch.Content;
using KbApi.Cli.Watch.Preview;
using KbApi.Server.Hosting;
using KbApi.Server.Snapshots;

namespace KbApi.Cli.Watch;

/// <summary><c>kb watch</c>: shows articles in a browser while they are written.</summary>
internal static class WatchCommand
{
    private const int LargestPort = 65535;

    /// <summary>How often the content is compared with the disk where the system tells nothing of changes.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    public static Command Create(ITerminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = terminal.Text("Serve_Paths"), Arity = ArgumentArity.ZeroOrMore };
        var port = new Option<int?>("--port") { Description = terminal.Text("Watch_Port"), HelpName = "PORT", CustomParser = result => ParsePort(terminal, result) };
        var open = new Option<bool>("--open") { Description = terminal.Text("Watch_Open") };
        var locale = CommonArguments.DefaultLocale(terminal);
        var plugins = RuleSetup.Plugins(terminal);
        var command = new Command("watch", terminal.Text("Watch_Description")) { paths, port, open, locale, plugins };
        command.SetAction((result, cancellation) =>
        {
            var given = result.GetValue(paths) ?? [];
            var input = new WatchInput(given.Length > 0 ? given : [BundledContent.Find()], result.GetRequiredValue(locale), result.GetRequiredValue(plugins));
            return RunAsync(terminal, input, result.GetValue(port), result.GetValue(open), cancellation);
        });
        return command;
    }

    private static int? ParsePort(ITerminal terminal, ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= LargestPort)
        {
            return port;
        }

        result.AddError(terminal.Text("Watch_NoPort", text));
        return null;
    }

    private static async Task<int> RunAsync(ITerminal terminal, WatchInput input, int? port, bool opens, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        var report = new WatchReport(terminal, time);
        using var session = new WatchSession(input, time);
        using var changes = new ContentChanges(input.Paths, PollInterval, time);
        try
        {
            await session.RefreshAsync(cancellation);
            session.Subscribe(report.Changed);
            await using var server = await PreviewServer.StartAsync(session, port, cancellation);
            report.Started(session.State, server.Address);
            if (opens)
            {
                Open(server.Address, report);
            }

            while (true)
            {
                await changes.NextAsync(cancellation);
                await RefreshAsync(session, report, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Clean;
        }
    }

    private static async Task RefreshAsync(WatchSession session, WatchReport report, CancellationToken cancellation)
    {
        try
        {
            await session.RefreshAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is being replaced is back in a moment; what is shown stays.
            report.Failed(e.Message);
        }
    }

    private static void Open(Uri address, WatchReport report)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or PlatformNotSupportedException or IOException)
        {
            report.Failed(e.Message);
        }
    }
}
