using System.CommandLine;
using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Reports;

/// <summary><c>kb reports list</c>: one line a report.</summary>
internal static class ListReportsCommand
{
    private const int DefaultLimit = 20;
    private const int MinMessage = 20;

    public static Command Create(ITerminal terminal)
    {
        var store = ReportsCommand.StoreOption(terminal);
        var filter = new FilterOptions(terminal);
        var after = new Option<string?>("--after") { Description = terminal.Text("Reports_After"), HelpName = "ID" };
        var limit = new Option<int>("--limit") { Description = terminal.Text("Reports_Limit"), DefaultValueFactory = _ => DefaultLimit };
        limit.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[^1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > ReportStoreLimits.MaxPage))
            {
                r.AddError(terminal.Text("Reports_NoLimit", ReportStoreLimits.MaxPage));
            }
        });
        var command = new Command("list", terminal.Text("ReportsList_Description")) { store, limit, after };
        filter.AddTo(command);
        command.SetAction((result, cancellation) => ReportsCommand.WithStoreAsync(terminal, result.GetValue(store), async reports =>
        {
            ReportId? last = null;
            if (result.GetValue(after) is { } text)
            {
                if (!ReportId.TryParse(text, out var id))
                {
                    return ReportsCommand.Fail(terminal, terminal.Text("Reports_NoId", text));
                }

                last = id;
            }

            var page = await reports.ListAsync(filter.Of(result), last, result.GetValue(limit), cancellation);
            foreach (var report in page)
            {
                terminal.Output.WriteLine(LineOf(terminal, report));
            }

            if (page.Length == result.GetValue(limit))
            {
                terminal.Error.WriteLine(terminal.Text("Reports_More", page[^1].Id));
            }

            return page.IsEmpty ? ExitCode.Findings : ExitCode.Clean;
        }));
        return command;
    }

    private static string LineOf(ITerminal terminal, StoredReport report)
    {
        var answer = report.EntryId ?? terminal.Text("Reports_Verdict_" + report.Verdict);
        var start = string.Create(CultureInfo.InvariantCulture, $"{report.Id}  {report.ReceivedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {answer,-24}  ");
        var message = string.Concat((report.Content.Message.Length > 0 ? report.Content.Message : report.Content.Code ?? report.Content.Log ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var room = Math.Max(MinMessage, terminal.Width - start.Length);
        return start + (message.Length <= room ? message : string.Concat(message.AsSpan(0, room - 1), "…"));
    }
}
