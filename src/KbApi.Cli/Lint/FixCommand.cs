using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
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
        var source = SourceOption.Create(terminal);
        var plugins = RuleSetup.Plugins(terminal);
        var command = new Command("fix", terminal.Text("Fix_Description")) { paths, diff, dryRun, rules, source, plugins, locale };
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
            new Settings(result.GetValue(diff), result.GetValue(dryRun), result.GetValue(rules) ?? []),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, LintInput input, Settings settings, CancellationToken cancellation)
    {
        var (files, sources) = SourceOption.Find(terminal, input);
        var setup = RuleSetup.For([.. files.Select(f => f.Path).Except(sources)], input.Plugins);
        var fixer = new ContentFixer(setup.Driver, setup.FixProviders, new LoadOptions { DefaultLocale = input.Locale });
        var mended = fixer.Fix(files, d => IsWanted(d) && !sources.Contains(d.Location.Path), cancellation);
        var isComplete = true;
        foreach (var file in mended)
        {
            if (settings.Diff)
            {
                UnifiedDiff.Write(terminal.Output, file);
            }
            else if (settings.DryRun || EditedFileWriter.Write(file))
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

        bool IsWanted(Diagnostic diagnostic) => settings.Rules.Length == 0 || settings.Rules.Contains(diagnostic.Id, StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Settings(bool Diff, bool DryRun, string[] Rules);
}
