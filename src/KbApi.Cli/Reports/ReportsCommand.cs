using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Reports;

/// <summary><c>kb reports</c>: the reports that a server keeps, for those who run it.</summary>
internal static class ReportsCommand
{
    public static Command Create(ITerminal terminal) => new("reports", terminal.Text("Reports_Description"))
    {
        ListReportsCommand.Create(terminal),
        ShowReportCommand.Create(terminal),
        ExportReportsCommand.Create(terminal),
        DeleteReportsCommand.Create(terminal),
    };

    public static Option<string?> StoreOption(ITerminal terminal) => new("--store") { Description = terminal.Text("Reports_Store"), HelpName = "STORE" };

    /// <summary>Does something with a store that is there; a file that is not there is not made.</summary>
    public static async Task<int> WithStoreAsync(ITerminal terminal, string? setting, Func<IReportStore, Task<int>> work)
    {
        try
        {
            var location = ReportStores.Locate(setting);
            if (location.Engine == StoreEngine.Off || (location.Engine == StoreEngine.Sqlite && !File.Exists(location.Address)))
            {
                return Fail(terminal, terminal.Text("Reports_NoStore", location));
            }

            await using var store = ReportStores.Create(location);
            return await work(store);
        }
        catch (Exception e) when (e is FormatException or StoreUnavailableException)
        {
            return Fail(terminal, e.Message);
        }
    }

    public static int Fail(ITerminal terminal, string reason)
    {
        terminal.Error.WriteLine("kb: " + reason);
        return ExitCode.Failure;
    }
}
