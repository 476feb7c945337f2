using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Drift;

/// <summary><c>kb drift PATH…</c>: how far documents have drifted from their originals.</summary>
internal static class DriftCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var locale = CommonArguments.OnlyLocale(terminal);
        var source = new Option<string?>("--source") { Description = terminal.Text("Drift_Source"), HelpName = "PATH|LOCALE" };
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "html");
        var all = new Option<bool>("--all") { Description = terminal.Text("Drift_All") };
        var defaultLocale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("drift", terminal.Text("Drift_Description")) { paths, locale, source, format, all, defaultLocale };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            new DriftInput(result.GetRequiredValue(paths), result.GetValue(source), result.GetValue(locale), result.GetRequiredValue(defaultLocale)),
            result.GetRequiredValue(format),
            result.GetValue(all),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, DriftInput input, string format, bool all, CancellationToken cancellation)
    {
        if (input.IsSourceUnknown)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Drift_NoSource", input.Source!));
            return ExitCode.Failure;
        }

        var report = DriftSession.Run(terminal, input, cancellation);
        switch (format)
        {
            case "json":
                terminal.Output.Write(DriftJson.Write(terminal, report));
                break;
            case "html":
                DriftPage.Write(terminal, terminal.Output, report);
                break;
            default:
                DriftTable.Write(terminal, report, all);
                break;
        }

        return report.HasDrift ? ExitCode.Findings : ExitCode.Clean;
    }
}
