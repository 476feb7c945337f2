using System.CommandLine;
using System.CommandLine.Parsing;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
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
        var source = SourceOption.Create(terminal);
        var plugins = RuleSetup.Plugins(terminal);
        var helpRoot = new Option<Uri?>("--help-root") { Description = terminal.Text("Lint_HelpRoot"), HelpName = "URL", CustomParser = result => ParseUri(terminal, result) };
        var command = new Command("lint", terminal.Text("Lint_Description")) { paths, format, severity, baseline, source, plugins, helpRoot, locale };
        command.Validators.Add(result =>
        {
            if (!SourceOption.Fits(result.GetValue(paths) ?? [], result.GetValue(source)))
            {
                result.AddError(terminal.Text("Lint_SourceOfOne"));
            }
        });
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            new LintInput(result.GetRequiredValue(paths), result.GetValue(source), result.GetRequiredValue(locale), result.GetRequiredValue(plugins)),
            new Settings(result.GetRequiredValue(format), SeverityOptions.Parse(result.GetRequiredValue(severity))!.Value, result.GetValue(baseline), result.GetValue(helpRoot)),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, LintInput input, Settings settings, CancellationToken cancellation)
    {
        var session = LintSession.Run(terminal, input, cancellation);
        var found = session.Diagnostics.Where(d => d.Severity >= settings.Severity).ToList();
        if (settings.Baseline is { } file)
        {
            found = [.. BaselineFile.Parse(File.ReadAllText(file)).Filter(found, session.TextOf)];
        }

        new LintWriter(terminal, session, settings.HelpRoot).Write(settings.Format, found);
        return found.Any(d => d.Severity >= DiagnosticSeverity.Warning) ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>The address that was typed; null, and an error, where it is none of the web.</summary>
    public static Uri? ParseUri(ITerminal terminal, ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return uri;
        }

        result.AddError(terminal.Text("Lint_NoUrl", result.Tokens[^1].Value));
        return null;
    }

    private sealed record Settings(string Format, DiagnosticSeverity Severity, string? Baseline, Uri? HelpRoot);
}
