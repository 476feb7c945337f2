using KbApi.Cli.Terminal;
using KbApi.Reports.Storage;

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

    private static IReportStore? Refuse(ITerminal terminal, string message)
    {
        terminal.Error.WriteLine("kb: " + message);
        return null;
    }
}
