using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Reports;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Reports.Storage;
using KbApi.Search.Packs;

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
        var url = GapOptions.Url(terminal);
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
        var command = new Command("gaps", terminal.Text("Gaps_Description")) { store, url, kind, days, limit, format, draft, id, write, content, locale };
        command.Validators.Add(result =>
        {
            if (result.GetResult(store) is { Implicit: false } && result.GetResult(url) is { Implicit: false })
            {
                result.AddError(terminal.Text("Gaps_StoreOrUrl"));
            }

            if (result.GetValue(write) && result.GetValue(draft) is null)
            {
                result.AddError(terminal.Text("Gaps_WriteNeedsDraft"));
            }
        });
        command.SetAction((result, cancellation) => RunAsync(
            terminal,
            new Settings(
                result.GetValue(store), result.GetValue(url), result.GetValue(kind), result.GetRequiredValue(days), result.GetRequiredValue(limit), result.GetRequiredValue(format) == "json",
                result.GetValue(draft), result.GetValue(id), result.GetValue(write), result.GetRequiredValue(content), result.GetRequiredValue(locale)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, Settings settings, CancellationToken cancellation)
    {
        var isPack = settings.Content.Any(PackSource.IsPack);
        if (isPack && settings.Draft is not null)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Gaps_DraftOfPack"));
            return ExitCode.Failure;
        }

        var options = new LoadOptions { DefaultLocale = settings.DefaultLocale };
        var files = isPack ? [] : ContentDirectory.Find(settings.Content);
        var knowledgeBase = isPack ? ContentLoading.Load(terminal, settings.Content, options, cancellation) : ContentLoading.Load(terminal, files, options, cancellation);
        if (await ReadAsync(terminal, settings, knowledgeBase, cancellation) is not { } all)
        {
            return ExitCode.Failure;
        }

        var neighbours = GapNeighbours.Create(knowledgeBase);
        IReadOnlyList<Gap> gaps =
            [.. all.Where(g => (settings.Kind is null || GapWords.NameOf(g.Kind) == settings.Kind) && (settings.Gap is null || g.Id == settings.Gap || g.Aliases.Contains(settings.Gap)))];
        if (settings.Gap is { } wanted && gaps.Count == 0)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Gaps_NoGap", wanted));
            return ExitCode.Findings;
        }

        if (settings.Draft is { } locale)
        {
            return new GapDraft(terminal, files, new KnowledgeBaseLoader(options), knowledgeBase, neighbours).Run(gaps, locale, settings.IsWritten);
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

    /// <summary>The gaps of the store or the server; null, and a message, where they can't be had.</summary>
    private static async Task<IReadOnlyList<Gap>?> ReadAsync(ITerminal terminal, Settings settings, KnowledgeBase knowledgeBase, CancellationToken cancellation)
    {
        try
        {
            if (settings.Url is { } url)
            {
                return await new ServerGaps(url, Environment.GetEnvironmentVariable(GapOptions.KeyVariable)).ReadAsync(settings.Days, cancellation);
            }

            await using var store = GapSource.Open(terminal, settings.Store);
            return store is null ? null : [.. await GapSource.ReadAsync(store, knowledgeBase, settings.Days, cancellation)];
        }
        catch (StoreUnavailableException e)
        {
            await terminal.Error.WriteLineAsync("kb: " + e.Message);
        }
        catch (ServerGapsException e)
        {
            await terminal.Error.WriteLineAsync("kb: " + terminal.Text("Gaps_Server", settings.Url!, e.Message));
        }

        return null;
    }

    private sealed record Settings(
        string? Store, Uri? Url, string? Kind, int Days, int Limit, bool IsJson, LocaleTag? Draft, string? Gap, bool IsWritten, string[] Content, LocaleTag DefaultLocale);
}
