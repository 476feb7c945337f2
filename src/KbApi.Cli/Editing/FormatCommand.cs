using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing;
using KbApi.Content.Editing.Formatting;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Editing;

/// <summary><c>kb fmt PATH…</c>: lays documents out in one way, and changes nothing that they say.</summary>
internal static class FormatCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = CommonArguments.Paths(terminal);
        var check = new Option<bool>("--check") { Description = terminal.Text("Fmt_Check") };
        var diff = new Option<bool>("--diff") { Description = terminal.Text("Fix_Diff") };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("fmt", terminal.Text("Fmt_Description")) { paths, check, diff, locale };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal, result.GetRequiredValue(paths), new Settings(result.GetValue(check), result.GetValue(diff), result.GetRequiredValue(locale)), cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] paths, Settings settings, CancellationToken cancellation)
    {
        var files = ContentDirectory.Find(paths);
        var formatter = new DocumentFormatter(files, new LoadOptions { DefaultLocale = settings.Locale });
        var formatted = files.Where(f => !ContentLayout.IsConfiguration(f.RelativePath)).AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(formatter.Format).OfType<EditedFile>().Where(f => f.IsChanged).ToList();
        if (!settings.Check)
        {
            return Outcome.Write(terminal, formatted, settings.Diff);
        }

        formatted.ForEach(f => terminal.Output.WriteLine(f.File.Path));
        return formatted.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private sealed record Settings(bool Check, bool Diff, LocaleTag Locale);
}
