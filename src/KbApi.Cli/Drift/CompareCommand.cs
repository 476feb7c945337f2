using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Comparison;

namespace KbApi.Cli.Drift;

/// <summary><c>kb compare A B C…</c>: locales or paths side by side, where they disagree.</summary>
internal static class CompareCommand
{
    private const int MostSources = 40;

    public static Command Create(ITerminal terminal)
    {
        var sources = new Argument<string[]>("SOURCE") { Description = terminal.Text("Compare_Sources"), Arity = new ArgumentArity(2, MostSources) };
        var content = CommonArguments.Content(terminal);
        var consensus = new Option<bool>("--consensus") { Description = terminal.Text("Compare_Consensus") };
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("compare", terminal.Text("Compare_Description")) { sources, content, consensus, format, locale };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            result.GetRequiredValue(sources),
            result.GetRequiredValue(content),
            new Settings(result.GetValue(consensus), result.GetRequiredValue(format), new LoadOptions { DefaultLocale = result.GetRequiredValue(locale) }),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string[] names, string[] content, Settings settings, CancellationToken cancellation)
    {
        var sources = new List<ComparedSource>();
        KnowledgeBase? bundled = null;
        foreach (var name in names)
        {
            if (Directory.Exists(name) || File.Exists(name))
            {
                var articles = ContentLoading.Load(terminal, [name], settings.Load, cancellation).Articles.Items;
                sources.Add(new ComparedSource(name, [.. articles.Select(a => a.In(settings.Load.DefaultLocale) ?? a.Variants[0])]));
            }
            else if (LocaleTag.TryParse(name, out var locale))
            {
                bundled ??= ContentLoading.Load(terminal, content, settings.Load, cancellation);
                sources.Add(new ComparedSource(locale.Value, [.. bundled.Articles.Items.Select(a => a.In(locale)).OfType<Article>()]));
            }
            else
            {
                terminal.Error.WriteLine("kb: " + terminal.Text("Drift_NoSource", name));
                return ExitCode.Failure;
            }
        }

        if (sources.Find(s => s.Articles.IsEmpty) is { } empty)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Compare_Empty", empty.Name));
            return ExitCode.Failure;
        }

        var entries = SourceComparison.Compare(sources, cancellation);
        if (settings.Consensus)
        {
            entries = [.. entries.Select(e => e with { Facts = [.. e.Facts.Where(f => !f.Odd.IsEmpty)] }).Where(e => !e.Facts.IsEmpty)];
        }

        if (settings.Format == "json")
        {
            terminal.Output.Write(CompareJson.Write(sources, entries));
        }
        else
        {
            CompareTable.Write(terminal, sources, entries, settings.Consensus);
        }

        return entries.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
    }

    private sealed record Settings(bool Consensus, string Format, LoadOptions Load);
}
