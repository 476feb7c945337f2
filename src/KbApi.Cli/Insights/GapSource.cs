using KbApi.Cli.Terminal;
using KbApi.Reports.Gaps;
using KbApi.Reports.Postgres;
using KbApi.Reports.Sqlite;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Insights;

/// <summary>Opens the store that a command reads.</summary>
internal static class GapSource
{
    private const string Variable = "KB_STORE";

    /// <summary>What the option or the environment names, or null where neither does.</summary>
    public static string? LocationOf(string? option) => option ?? Environment.GetEnvironmentVariable(Variable) switch { { Length: > 0 } named => named, _ => null };

    /// <summary>Opens a store that is there; null, and a message, where there is none. A file is never made by looking at it.</summary>
    public static IReportStore? Open(ITerminal terminal, string? option)
    {
        if (LocationOf(option) is not { } text)
        {
            return Refuse(terminal, terminal.Text("Gaps_NoStore"));
        }

        StoreLocation location;
        try
        {
            location = StoreLocation.Parse(text);
        }
        catch (FormatException e)
        {
            return Refuse(terminal, e.Message);
        }

        return location.Engine switch
        {
            StoreEngine.Postgres => new PostgresReportStore(new PostgresStoreOptions { Address = location.Address }),
            StoreEngine.Sqlite when File.Exists(location.Address) => new SqliteReportStore(new SqliteStoreOptions { Path = location.Address }),
            StoreEngine.Sqlite => Refuse(terminal, terminal.Text("Gaps_NoFile", location.Address)),
            _ => Refuse(terminal, terminal.Text("Gaps_NoStore")),
        };
    }

    private static IReportStore? Refuse(ITerminal terminal, string message)
    {
        terminal.Error.WriteLine("kb: " + message);
        return null;
    }
}
