using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.LanguageServer.Rpc;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Cli.Lint;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;

namespace KbApi.Cli.LanguageServer;

/// <summary><c>kb lsp</c>: answers an editor over standard input and output, with the Language Server Protocol.</summary>
internal static class LspCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = terminal.Text("Lsp_Paths"), Arity = ArgumentArity.ZeroOrMore };
        var messages = new Option<LocaleTag?>("--locale")
        {
            Description = terminal.Text("Lsp_Locale"),
            HelpName = "LOCALE",
            CustomParser = result => CommonArguments.ParseLocale(terminal, result),
        };
        var severity = new Option<string>("--severity") { Description = terminal.Text("Lsp_Severity"), DefaultValueFactory = _ => "info" };
        severity.AcceptOnlyFromAmong("hidden", "info", "warning", "error");
        var helpRoot = new Option<Uri?>("--help-root") { Description = terminal.Text("Lsp_HelpRoot"), HelpName = "URL", CustomParser = result => LintCommand.ParseUri(terminal, result) };
        var plugins = RuleSetup.Plugins(terminal);
        var locale = CommonArguments.DefaultLocale(terminal);

        // Clients that know several ways to talk say which they mean; there is one.
        var stdio = new Option<bool>("--stdio") { Hidden = true };
        var command = new Command("lsp", terminal.Text("Lsp_Description")) { paths, messages, severity, helpRoot, plugins, locale, stdio };
        command.SetAction((result, cancellation) => RunAsync(
            terminal,
            new LanguageSettings
            {
                Content = [.. result.GetValue(paths) ?? []],
                Culture = result.GetValue(messages)?.ToCulture() ?? terminal.Culture,
                HasChosenCulture = result.GetValue(messages) is not null,
                DefaultLocale = result.GetRequiredValue(locale),
                Severity = SeverityOptions.Parse(result.GetRequiredValue(severity))!.Value,
                HelpRoot = result.GetValue(helpRoot),
                Plugins = [.. result.GetRequiredValue(plugins)],
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, LanguageSettings settings, CancellationToken cancellation)
    {
        if (terminal.IsErrorInteractive)
        {
            terminal.Error.WriteLine(terminal.Text("Lsp_Waiting"));
        }

        await using var input = StandardStreams.OpenInput();
        var output = StandardStreams.OpenOutput();
        using var connection = new RpcConnection(input, output);
        await using var session = new LanguageSession(terminal, connection, settings, TimeProvider.System);
        try
        {
            await connection.RunAsync(session, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to end by the system, which is no fault.
            return ExitCode.Clean;
        }

        return session.EndedWell ? ExitCode.Clean : ExitCode.Findings;
    }
}
