using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;
using KbApi.Reports.Storage;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Insights;

/// <summary>Opens the store that a command reads.</summary>
internal static class GapSource
{
    /// <summary>Opens a store that is there; null, and a message, where there is none. A file is never made by looking at it.</summary>
    public static IReportStore? Open(ITerminal terminal, string? option)
    {
        StoreLocation location;
        try
        {
            location = ReportStores.Locate(option);
        }
        catch (FormatException e)
        {
            return Refuse(terminal, e.Message);
        }

        return location.Engine switch
        {
            StoreEngine.Off => Refuse(terminal, terminal.Text("Gaps_NoStore")),
            StoreEngine.Sqlite when !File.Exists(location.Address) => Refuse(terminal, terminal.Text("Gaps_NoFile", location.Address)),
            _ => ReportStores.Create(location),
        };
    }

    /// <summary>The gaps of a store, those asked most first.</summary>
    public static async Task<IEnumerable<Gap>> ReadAsync(IReportStore store, KnowledgeBase knowledgeBase, int days, CancellationToken cancellation)
    {
        var from = TimeProvider.System.GetUtcNow().AddDays(-days);
        var counts = store is IGapStore gaps ? await gaps.ReadAsync(DateOnly.FromDateTime(from.UtcDateTime), cancellation) : GapCounts.None;
        var reports = await store.ExportAsync(new ReportFilter { Verdict = Verdict.Unknown, From = from }, cancellation).Take(GapLimits.MaxReports).ToListAsync(cancellation);
        return GapList.Create(counts, reports, new GapReader(knowledgeBase.Schemes));
    }

    private static IReportStore? Refuse(ITerminal terminal, string message)
    {
        terminal.Error.WriteLine("kb: " + message);
        return null;
    }
}
