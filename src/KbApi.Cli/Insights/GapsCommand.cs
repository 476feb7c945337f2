using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Reports;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Reports.Storage;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Insights;

/// <summary><c>kb gaps</c>: what is asked and not answered, and a draft of the row that is missing.</summary>
internal static class GapsCommand
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 1000;
    private const int DefaultDays = 30;
    private const int MaxDays = 3650;

    private static readonly string[] Kinds = [.. Enum.GetValues<GapKind>().Select(GapWords.NameOf)];

    public static Command Create(ITerminal terminal)
    {
        var store = ReportsCommand.StoreOption(terminal);
        var kind = new Option<string?>("--kind") { Description = terminal.Text("Gaps_Kind") };
        kind.AcceptOnlyFromAmong(Kinds);
        var days = GapOptions.Number(terminal, "--days", "Gaps_Days", DefaultDays, MaxDays);
        var limit = GapOptions.Number(terminal, "--limit", "Gaps_Limit", DefaultLimit, MaxLimit);
        var format = new Option<string>("--format") { Description = terminal.Text("Search_Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var draft = new Option<LocaleTag?>("--draft")
        {
            Description = terminal.Text("Gaps_Draft"),
            HelpName = "LOCALE",
            CustomParser = result => CommonArguments.ParseLocale(terminal, result),
        };
        var id = new Option<string?>("--gap") { Description = terminal.Text("Gaps_Gap"), HelpName = "ID" };
        var write = new Option<bool>("--write") { Description = terminal.Text("Gaps_Write") };
        var content = CommonArguments.Content(terminal);
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("gaps", terminal.Text("Gaps_Description")) { store, kind, days, limit, format, draft, id, write, content, locale };
        command.SetAction((result, cancellation) => RunAsync(
            terminal,
            new Settings(
                result.GetValue(store), result.GetValue(kind), result.GetRequiredValue(days), result.GetRequiredValue(limit), result.GetRequiredValue(format) == "json",
                result.GetValue(draft), result.GetValue(id), result.GetValue(write), result.GetRequiredValue(content), result.GetRequiredValue(locale)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, Settings settings, CancellationToken cancellation)
    {
        if (settings.IsWritten && settings.Draft is null)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Gaps_WriteNeedsDraft"));
            return ExitCode.Failure;
        }

        if (GapSource.Open(terminal, settings.Store) is not { } opened)
        {
            return ExitCode.Failure;
        }

        await using var store = opened;
        var loader = new KnowledgeBaseLoader(new LoadOptions { DefaultLocale = settings.DefaultLocale });
        var files = ContentDirectory.Find(settings.Content);
        var knowledgeBase = loader.Load(files, progress: null, cancellation);
        var neighbours = GapNeighbours.Create(knowledgeBase);
        IReadOnlyList<Gap> gaps;
        try
        {
            gaps = [.. (await ReadAsync(store, knowledgeBase, settings.Days, cancellation))
                .Where(g => (settings.Kind is null || GapWords.NameOf(g.Kind) == settings.Kind) && (settings.Gap is null || g.Id == settings.Gap || g.Aliases.Contains(settings.Gap)))];
        }
        catch (StoreUnavailableException e)
        {
            terminal.Error.WriteLine("kb: " + e.Message);
            return ExitCode.Failure;
        }

        if (settings.Gap is { } wanted && gaps.Count == 0)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Gaps_NoGap", wanted));
            return ExitCode.Findings;
        }

        if (settings.Draft is { } locale)
        {
            return new GapDraft(terminal, files, loader, knowledgeBase, neighbours).Run(gaps, locale, settings.IsWritten);
        }

        var shown = gaps.Take(settings.Limit).ToList();
        if (settings.IsJson)
        {
            GapsJson.Write(terminal.Output, shown, gaps.Count, neighbours);
        }
        else
        {
            new GapsTable(terminal, neighbours).Write(shown, gaps.Count);
        }

        return gaps.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static async Task<IEnumerable<Gap>> ReadAsync(IReportStore store, KnowledgeBase knowledgeBase, int days, CancellationToken cancellation)
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(-days);
        var counts = store is IGapStore gaps ? await gaps.ReadAsync(DateOnly.FromDateTime(from.UtcDateTime), cancellation) : GapCounts.None;
        var reports = await store.ExportAsync(new ReportFilter { Verdict = Verdict.Unknown, From = from }, cancellation).Take(GapLimits.MaxReports).ToListAsync(cancellation);
        return GapList.Create(counts, reports, new GapReader(knowledgeBase.Schemes));
    }

    private sealed record Settings(
        string? Store, string? Kind, int Days, int Limit, bool IsJson, LocaleTag? Draft, string? Gap, bool IsWritten, string[] Content, LocaleTag DefaultLocale);
}
