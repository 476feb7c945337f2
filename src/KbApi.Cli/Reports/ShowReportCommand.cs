using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Cli.Terminal;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Reports;

/// <summary><c>kb reports show ID</c>: a report with its feedback, as JSON.</summary>
internal static class ShowReportCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static Command Create(ITerminal terminal)
    {
        var store = ReportsCommand.StoreOption(terminal);
        var id = new Argument<string>("ID") { Description = terminal.Text("Reports_Id") };
        var command = new Command("show", terminal.Text("ReportsShow_Description")) { id, store };
        command.SetAction((result, cancellation) => ReportsCommand.WithStoreAsync(terminal, result.GetValue(store), async reports =>
        {
            var text = result.GetRequiredValue(id);
            if (!ReportId.TryParse(text, out var reportId) || await reports.FindAsync(reportId, cancellation) is not { } report)
            {
                terminal.Error.WriteLine("kb: " + terminal.Text("Reports_Unknown", text));
                return ExitCode.Findings;
            }

            var json = JsonNode.Parse(ReportDocument.Write(report))!.AsObject();
            var feedback = await reports.ListFeedbackAsync(reportId, after: null, ReportStoreLimits.MaxFeedback, cancellation);
            json["feedback"] = new JsonArray([.. feedback.Select(f => JsonNode.Parse(ReportDocument.Write(f)))]);
            terminal.Output.WriteLine(json.ToJsonString(Indented));
            return ExitCode.Clean;
        }));
        return command;
    }
}
