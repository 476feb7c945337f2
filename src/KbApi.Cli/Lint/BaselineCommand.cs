using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Baselines;

namespace KbApi.Cli.Lint;

/// <summary><c>kb baseline PATH…</c>: prints a file of all findings there are, for <c>kb lint --baseline</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var locale = CommonArguments.DefaultLocale(terminal);
        var plugins = RuleSetup.Plugins(terminal);
        var command = new Command("baseline", terminal.Text("Baseline_Description")) { paths, plugins, locale };
        command.SetAction((result, cancellation) =>
        {
            var session = LintSession.Run(terminal, new LintInput(result.GetRequiredValue(paths), Source: null, result.GetRequiredValue(locale), result.GetRequiredValue(plugins)), cancellation);
            terminal.Output.Write(BaselineFile.Write(session.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Info), session.TextOf));
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }
}
