using System.CommandLine;
using System.Globalization;
using System.Text;
using KbApi.Cli.Terminal;
using KbApi.Reports.Intake;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Reports;

/// <summary><c>kb reports delete</c>: one report, those about somebody, or those that are old.</summary>
internal static class DeleteReportsCommand
{
    public static Command Create(ITerminal terminal)
    {
        var store = ReportsCommand.StoreOption(terminal);
        var id = new Option<string?>("--id") { Description = terminal.Text("Reports_Id"), HelpName = "ID" };
        var age = new Option<string?>("--older-than") { Description = terminal.Text("Reports_OlderThan"), HelpName = "DAYS" };
        var subject = new Option<string?>("--subject") { Description = terminal.Text("Reports_Subject") };
        var secret = new Option<string?>("--secret") { Description = terminal.Text("Reports_Secret") };
        var command = new Command("delete", terminal.Text("ReportsDelete_Description")) { store, id, age, subject, secret };
        command.Validators.Add(r =>
        {
            if (new Option[] { id, age, subject }.Count(o => r.GetResult(o) is { Implicit: false }) != 1)
            {
                r.AddError(terminal.Text("Reports_OneOf"));
            }
        });
        command.SetAction((result, cancellation) => ReportsCommand.WithStoreAsync(terminal, result.GetValue(store), reports =>
            result.GetValue(id) is { } one ? DeleteAsync(terminal, reports, one, cancellation)
            : result.GetValue(age) is { } days ? DeleteOlderAsync(terminal, reports, days, cancellation)
            : DeleteSubjectAsync(terminal, reports, result.GetValue(subject)!, result.GetValue(secret), cancellation)));
        return command;
    }

    private static async Task<int> DeleteAsync(ITerminal terminal, IReportStore store, string text, CancellationToken cancellation)
    {
        if (ReportId.TryParse(text, out var id) && await store.DeleteAsync(id, cancellation))
        {
            return Deleted(terminal, 1);
        }

        terminal.Error.WriteLine("kb: " + terminal.Text("Reports_Unknown", text));
        return ExitCode.Findings;
    }

    private static async Task<int> DeleteOlderAsync(ITerminal terminal, IReportStore store, string text, CancellationToken cancellation) =>
        int.TryParse(text.TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 100_000
            ? Deleted(terminal, await store.DeleteOlderAsync(TimeProvider.System.GetUtcNow().AddDays(-days), cancellation))
            : ReportsCommand.Fail(terminal, terminal.Text("Reports_NoDays", text));

    private static async Task<int> DeleteSubjectAsync(ITerminal terminal, IReportStore store, string subject, string? secret, CancellationToken cancellation)
    {
        var key = secret is null ? await store.GetSecretAsync(cancellation) : Encoding.UTF8.GetBytes(secret);
        return key.Length < Pseudonymizer.MinSecretLength
            ? ReportsCommand.Fail(terminal, terminal.Text("Reports_ShortSecret", Pseudonymizer.MinSecretLength))
            : Deleted(terminal, await store.DeleteSubjectAsync(new Pseudonymizer(key).OfSubject(subject), cancellation));
    }

    private static int Deleted(ITerminal terminal, long count)
    {
        terminal.Output.WriteLine(terminal.Text("Reports_Deleted", count));
        return count > 0 ? ExitCode.Clean : ExitCode.Findings;
    }
}
