using System.CommandLine;
using System.Text;
using KbApi.Cli.Terminal;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Reports;

/// <summary><c>kb reports export</c>: reports or feedback as JSON Lines.</summary>
internal static class ExportReportsCommand
{
    private const int ProgressEvery = 1000;

    public static Command Create(ITerminal terminal)
    {
        var store = ReportsCommand.StoreOption(terminal);
        var filter = new FilterOptions(terminal);
        var output = new Option<string?>("--output", "-o") { Description = terminal.Text("Reports_Output"), HelpName = "FILE" };
        var feedback = new Option<bool>("--feedback") { Description = terminal.Text("Reports_Feedback") };
        var command = new Command("export", terminal.Text("ReportsExport_Description")) { store, output, feedback };
        filter.AddTo(command);
        command.SetAction((result, cancellation) => ReportsCommand.WithStoreAsync(terminal, result.GetValue(store), reports =>
            ExportAsync(terminal, LinesOf(reports, result.GetValue(feedback), filter.Of(result), cancellation), result.GetValue(output))));
        return command;
    }

    private static async IAsyncEnumerable<byte[]> LinesOf(
        IReportStore store, bool isFeedback, ReportFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (isFeedback)
        {
            await foreach (var feedback in store.ExportFeedbackAsync(cancellation))
            {
                yield return ReportDocument.Write(feedback);
            }
        }
        else
        {
            await foreach (var report in store.ExportAsync(filter, cancellation))
            {
                yield return ReportDocument.Write(report);
            }
        }
    }

    private static async Task<int> ExportAsync(ITerminal terminal, IAsyncEnumerable<byte[]> lines, string? path)
    {
        if (path is null)
        {
            await foreach (var line in lines)
            {
                terminal.Output.WriteLine(Encoding.UTF8.GetString(line));
            }

            return ExitCode.Clean;
        }

        // Written beside and moved into place, so that there is never half a file under the name.
        var partial = path + ".part";
        var count = 0;
        await using (var file = File.Create(partial))
        {
            await foreach (var line in lines)
            {
                await file.WriteAsync(line);
                file.WriteByte((byte)'\n');
                if (++count % ProgressEvery == 0 && terminal.IsErrorInteractive)
                {
                    terminal.Error.Write($"\r{count}");
                }
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
        terminal.Error.WriteLine((terminal.IsErrorInteractive ? "\r" : "") + terminal.Text("Reports_Exported", count, path));
        return ExitCode.Clean;
    }
}
