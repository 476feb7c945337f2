using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Export;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Pseudo;

namespace KbApi.Cli.Translation;

/// <summary><c>kb export</c>: writes content as files for translators, or as a site.</summary>
internal static class ExportCommand
{
    public static Command Create(ITerminal terminal)
    {
        var content = CommonArguments.Content(terminal);
        var source = LocaleOptions.Create(terminal, "--source", "Export_Source");
        var target = LocaleOptions.Create(terminal, "--target", "Export_Target");
        var formats = new FormatOptions(terminal);
        var output = new Option<string?>("--output", "-o") { Description = terminal.Text("Export_Output"), HelpName = "PATH" };
        var articles = new Option<string[]>("--article") { Description = terminal.Text("Export_Article"), HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var open = new Option<bool>("--open") { Description = terminal.Text("Export_Open") };
        var pseudo = new Option<bool>("--pseudo") { Description = terminal.Text("Export_Pseudo") };
        var command = new Command("export", terminal.Text("Export_Description")) { content, source, target, output, articles, open, pseudo };
        formats.AddTo(command);
        var site = new StaticOptions(terminal);
        site.AddTo(command, terminal);
        command.Validators.Add(result =>
        {
            if (!site.IsAsked(result) && result.GetValue(target) is null && !result.GetValue(pseudo))
            {
                result.AddError(terminal.Text("Export_NoTarget"));
            }

            if (site.IsAsked(result) && (result.GetValue(target) is not null || result.GetValue(pseudo) || result.GetValue(output) is not null))
            {
                result.AddError(terminal.Text("Static_NotBoth"));
            }
        });
        command.SetAction((result, cancellation) => site.Of(result, result.GetRequiredValue(content)) is { } asked
            ? StaticAction.RunAsync(terminal, asked, result.GetValue(source) ?? LocaleTag.Parse("en-US"), cancellation)
            : Task.FromResult(Run(terminal, result.GetRequiredValue(content), SettingsOf(result), cancellation)));
        return command;

        Settings SettingsOf(ParseResult result) => new(
            result.GetValue(source) ?? LocaleTag.Parse("en-US"),
            result.GetValue(target) ?? PseudoLocale.Locale,
            formats.Of(result, result.GetValue(output)),
            result.GetValue(output),
            result.GetValue(articles) ?? [],
            result.GetValue(open),
            result.GetValue(pseudo));
    }

    private static int Run(ITerminal terminal, string[] content, Settings settings, CancellationToken cancellation)
    {
        if (settings.Source == settings.Target)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Export_SameLocale", settings.Source));
            return ExitCode.Failure;
        }

        var knowledgeBase = ContentLoading.Load(terminal, content, new LoadOptions { DefaultLocale = settings.Source }, cancellation);
        var export = Select(new TranslationExporter().Export(knowledgeBase, settings.Source, settings.Target), settings);
        export = settings.Pseudo ? PseudoLocale.Translate(export) : export;
        if (export.Articles.IsEmpty)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Export_Nothing", settings.Source));
            return ExitCode.Findings;
        }

        if (settings.Output is null)
        {
            return WriteOut(terminal, export, settings.Format);
        }

        foreach (var (path, part) in ExportFiles.For(export, settings.Format, settings.Output))
        {
            ExportFiles.Write(path, part, settings.Format);
            var units = part.Articles.Sum(a => a.Units.Length);
            var stale = part.Articles.Sum(a => a.Units.Count(u => u.IsStale));
            var untranslated = part.Articles.Sum(a => a.Units.Count(u => u.Target is null));
            terminal.Output.WriteLine(terminal.Text("Export_Written", path, units, untranslated, stale));
        }

        return ExitCode.Clean;
    }

    private static int WriteOut(ITerminal terminal, TranslationExport export, TranslationFormat format)
    {
        if (format == TranslationFormat.Xlsx)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Export_NeedsFile"));
            return ExitCode.Failure;
        }

        using var stream = new MemoryStream();
        TranslationFiles.Write(export, format, stream);
        stream.Position = 0;
        using var reader = new StreamReader(stream);
        terminal.Output.Write(reader.ReadToEnd());
        return ExitCode.Clean;
    }

    private static TranslationExport Select(TranslationExport export, Settings settings)
    {
        var articles = export.Articles.Where(a => settings.Articles.Length == 0 || settings.Articles.Contains(a.Id, StringComparer.OrdinalIgnoreCase));
        var parts = articles.Select(a => settings.OnlyOpen ? a with { Units = [.. a.Units.Where(u => u.Target is null || u.IsStale)] } : a);
        return export with { Articles = [.. parts.Where(a => !a.Units.IsEmpty)] };
    }

    private sealed record Settings(LocaleTag Source, LocaleTag Target, TranslationFormat Format, string? Output, string[] Articles, bool OnlyOpen, bool Pseudo);
}
