using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Catalog;
using KbApi.Rules.Fixes;

namespace KbApi.Cli.Lint;

/// <summary><c>kb fix PATH…</c>: mends what can be mended safely.</summary>
internal static class FixCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var diff = new Option<bool>("--diff") { Description = terminal.Text("Fix_Diff") };
        var dryRun = new Option<bool>("--dry-run") { Description = terminal.Text("Fix_DryRun") };
        var rules = new Option<string[]>("--rule") { Description = terminal.Text("Fix_Rule"), HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("fix", terminal.Text("Fix_Description")) { paths, diff, dryRun, rules, locale };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            result.GetRequiredValue(paths),
            new Settings(result.GetValue(diff), result.GetValue(dryRun), result.GetValue(rules) ?? [], result.GetRequiredValue(locale)),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] paths, Settings settings, CancellationToken cancellation)
    {
        var files = ContentDirectory.Find(paths);
        var fixer = new ContentFixer(LintSession.DriverFor(files.Select(f => f.Path)), BuiltInRules.FixProviders, new LoadOptions { DefaultLocale = settings.Locale });
        var mended = fixer.Fix(files, d => settings.Rules.Length == 0 || settings.Rules.Contains(d.Id, StringComparer.OrdinalIgnoreCase), cancellation);
        var isComplete = true;
        foreach (var file in mended)
        {
            if (settings.Diff)
            {
                UnifiedDiff.Write(terminal.Output, file);
            }
            else if (settings.DryRun || FixedFileWriter.Write(file))
            {
                terminal.Output.WriteLine(terminal.Text("Fix_File", file.File.Path, file.Fixed.Length));
            }
            else
            {
                terminal.Error.WriteLine(terminal.Text("Fix_Changed", file.File.Path));
                isComplete = false;
            }
        }

        return isComplete ? ExitCode.Clean : ExitCode.Failure;
    }

    private sealed record Settings(bool Diff, bool DryRun, string[] Rules, LocaleTag Locale);
}
