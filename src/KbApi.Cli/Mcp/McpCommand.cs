using System.CommandLine;
using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using KbApi.Server.Mcp;
using Microsoft.Extensions.Options;

namespace KbApi.Cli.Mcp;

/// <summary><c>kb mcp</c>: answers a client of the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = terminal.Text("Serve_Paths"), Arity = ArgumentArity.ZeroOrMore };
        var answers = new Option<LocaleTag?>("--locale")
        {
            Description = terminal.Text("Mcp_Locale"),
            HelpName = "LOCALE",
            CustomParser = result => CommonArguments.ParseLocale(terminal, result),
        };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("mcp", terminal.Text("Mcp_Description")) { paths, answers, locale };
        command.SetAction((result, cancellation) => RunAsync(
            terminal, result.GetValue(paths) ?? [], result.GetValue(answers), result.GetRequiredValue(locale), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, string[] paths, LocaleTag? answers, LocaleTag locale, CancellationToken cancellation)
    {
        string[] configuration =
        [
            "--Kb:DefaultLocale", locale.Value,
            .. paths.SelectMany((path, i) => new[] { "--Kb:Content:" + i.ToString(CultureInfo.InvariantCulture), path }),
        ];
        try
        {
            await McpStdio.RunAsync(configuration, answers, cancellation);
            return ExitCode.Clean;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // That is how clients end it.
            return ExitCode.Clean;
        }
        catch (OptionsValidationException e)
        {
            terminal.Error.WriteLine("kb: " + e.Message);
            return ExitCode.Failure;
        }
    }
}
