using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Baselines;
using KbApi.Rules.Configuration;

namespace KbApi.Cli.Lint;

/// <summary><c>kb lint PATH…</c>: prints what is wrong with documents.</summary>
internal static class LintCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var format = new Option<string>("--format") { Description = terminal.Text("Lint_Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var severity = new Option<string>("--severity") { Description = terminal.Text("Lint_Severity"), DefaultValueFactory = _ => "info" };
        severity.AcceptOnlyFromAmong("hidden", "info", "warning", "error");
        var baseline = new Option<string?>("--baseline") { Description = terminal.Text("Lint_Baseline"), HelpName = "FILE" };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("lint", terminal.Text("Lint_Description")) { paths, format, severity, baseline, locale };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            result.GetRequiredValue(paths),
            new Settings(result.GetRequiredValue(format), SeverityOptions.Parse(result.GetRequiredValue(severity))!.Value, result.GetValue(baseline), result.GetRequiredValue(locale)),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] paths, Settings settings, CancellationToken cancellation)
    {
        var session = LintSession.Run(terminal, paths, settings.Locale, cancellation);
        var found = session.Diagnostics.Where(d => d.Severity >= settings.Severity).ToList();
        if (settings.Baseline is { } file)
        {
            found = [.. BaselineFile.Parse(File.ReadAllText(file)).Filter(found, session.TextOf)];
        }

        new LintWriter(terminal, session).Write(settings.Format, found);
        return found.Any(d => d.Severity >= DiagnosticSeverity.Warning) ? ExitCode.Findings : ExitCode.Clean;
    }

    private sealed record Settings(string Format, DiagnosticSeverity Severity, string? Baseline, LocaleTag Locale);
}
