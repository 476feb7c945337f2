using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Import;

namespace KbApi.Cli.Translation;

/// <summary><c>kb import FILE…</c>: takes translations back into the content.</summary>
internal static class ImportCommand
{
    public static Command Create(ITerminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = terminal.Text("Import_Files"), Arity = ArgumentArity.OneOrMore };
        var content = CommonArguments.Content(terminal);
        var locale = LocaleOptions.Create(terminal, "--locale", "Import_Locale");
        var source = LocaleOptions.Create(terminal, "--source", "Export_Source");
        var diff = new Option<bool>("--diff") { Description = terminal.Text("Fix_Diff") };
        var dryRun = new Option<bool>("--dry-run") { Description = terminal.Text("Fix_DryRun") };
        var partial = new Option<bool>("--partial") { Description = terminal.Text("Import_Partial") };
        var fromSource = new Option<bool>("--from-source") { Description = terminal.Text("Import_FromSource") };
        var least = new Option<string>("--at-least") { Description = terminal.Text("Import_AtLeast"), HelpName = "STATE", DefaultValueFactory = _ => "initial" };
        least.AcceptOnlyFromAmong("initial", "translated", "reviewed", "final");
        var command = new Command("import", terminal.Text("Import_Description")) { files, content, locale, source, diff, dryRun, partial, fromSource, least };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            result.GetRequiredValue(files),
            result.GetRequiredValue(content),
            new Settings(
                result.GetValue(locale),
                result.GetValue(source),
                result.GetValue(diff),
                result.GetValue(dryRun),
                result.GetValue(partial),
                result.GetValue(fromSource),
                Enum.Parse<UnitState>(result.GetRequiredValue(least), ignoreCase: true)),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] paths, string[] content, Settings settings, CancellationToken cancellation)
    {
        if (ReadAll(terminal, paths) is not { } imported || LocalesOf(terminal, imported, settings) is not var (source, target))
        {
            return ExitCode.Failure;
        }

        var options = new ImportOptions(source, target)
        {
            FromSource = settings.FromSource,
            LeastState = settings.Least,
        };
        var files = ContentDirectory.Find(content);
        var knowledgeBase = ContentLoading.Load(terminal, files, new LoadOptions { DefaultLocale = source }, cancellation);
        var plan = new TranslationImporter(options).Plan(knowledgeBase, files, [.. imported.SelectMany(f => f.File.Units)], cancellation);
        ImportReport.WriteProblems(terminal, plan);
        if (!plan.Problems.IsEmpty && !settings.Partial)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Import_Refused", plan.Problems.Length));
            return ExitCode.Findings;
        }

        if (!settings.Diff && !settings.DryRun && EditedFileWriter.WriteAll([.. plan.Files.Select(f => f.File)]) is { } changed)
        {
            terminal.Error.WriteLine(terminal.Text("Fix_Changed", changed));
            return ExitCode.Failure;
        }

        foreach (var file in plan.Files)
        {
            Tell(terminal, file, settings.Diff);
        }

        if (!settings.Diff)
        {
            terminal.Output.WriteLine(terminal.Text("Import_Summary", plan.Files.Sum(f => f.Units), plan.Unchanged, plan.Untranslated, plan.Problems.Length));
        }

        return plan.Problems.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
    }

    private static void Tell(ITerminal terminal, PlannedFile file, bool asDiff)
    {
        if (asDiff)
        {
            UnifiedDiff.Write(terminal.Output, file.File);
            return;
        }

        terminal.Output.WriteLine(terminal.Text(file.File.IsNew ? "Import_NewFile" : "Import_File", file.File.File.Path, file.Units, file.Untranslated));
    }

    private static List<(string Path, ImportedFile File)>? ReadAll(ITerminal terminal, string[] paths)
    {
        var read = new List<(string, ImportedFile)>();
        foreach (var path in paths)
        {
            try
            {
                if (new FileInfo(path).Length > TranslationFiles.MaxBytes)
                {
                    throw new TranslationFormatException(terminal.Text("Import_TooLarge", TranslationFiles.MaxBytes));
                }

                read.Add((path, TranslationFiles.Read(File.ReadAllBytes(path))));
            }
            catch (TranslationFormatException e)
            {
                terminal.Error.WriteLine($"kb: {path}: {e.Message}");
                return null;
            }
        }

        return read;
    }

    /// <summary>What was asked for, else what the files say; null where that contradicts itself, or nothing says it.</summary>
    private static (LocaleTag Source, LocaleTag Target)? LocalesOf(ITerminal terminal, List<(string Path, ImportedFile File)> files, Settings settings)
    {
        var target = settings.Locale;
        var source = settings.Source;
        foreach (var (path, file) in files)
        {
            target ??= file.Target;
            source ??= file.Source;
            if (file.Target is { } stated && stated != target)
            {
                terminal.Error.WriteLine("kb: " + terminal.Text("Import_OtherLocale", path, stated, target!));
                return null;
            }
        }

        if (target is not { } found)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Import_NoLocale"));
            return null;
        }

        return (source ?? LocaleTag.Parse("en-US"), found);
    }

    private sealed record Settings(LocaleTag? Locale, LocaleTag? Source, bool Diff, bool DryRun, bool Partial, bool FromSource, UnitState Least);
}
