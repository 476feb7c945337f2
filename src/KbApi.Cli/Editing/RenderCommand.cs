using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing.RoundTrips;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Editing;

/// <summary><c>kb render --check PATH…</c>: proves that every file is written as it was read.</summary>
internal static class RenderCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var check = new Option<bool>("--check") { Description = terminal.Text("Render_Check"), Required = true };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("render", terminal.Text("Render_Description")) { paths, check, locale };
        command.SetAction((result, cancellation) => Task.FromResult(
            RunCheck(terminal, result.GetRequiredValue(paths), new LoadOptions { DefaultLocale = result.GetRequiredValue(locale) }, cancellation)));
        return command;
    }

    private static int RunCheck(ITerminal terminal, string[] paths, LoadOptions options, CancellationToken cancellation)
    {
        var results = new RoundTripChecker(options).Check(ContentDirectory.Find(paths), cancellation);
        foreach (var result in results.Where(r => r.Outcome != RoundTripOutcome.Identical))
        {
            terminal.Output.WriteLine(terminal.Text("Render_" + result.Outcome, result.Path, result.Line, result.Detail ?? ""));
        }

        terminal.Output.WriteLine(terminal.Text(
            "Render_Summary", results.Count(r => r.Outcome == RoundTripOutcome.Identical), results.Length, results.Sum(r => r.Cells), results.Sum(r => r.Spans)));
        return results.All(r => r.Outcome is RoundTripOutcome.Identical or RoundTripOutcome.NotText) ? ExitCode.Clean : ExitCode.Findings;
    }
}
