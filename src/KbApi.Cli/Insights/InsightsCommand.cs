using System.CommandLine;
using System.Text;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Reports;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Reports.Insights;
using KbApi.Reports.Storage;

namespace KbApi.Cli.Insights;

/// <summary><c>kb insights labels</c>: reports that people have said the right answer to, for measuring classification.</summary>
internal static class InsightsCommand
{
    public static Command Create(ITerminal terminal) => new("insights", terminal.Text("Insights_Description")) { CreateLabels(terminal) };

    private static Command CreateLabels(ITerminal terminal)
    {
        var store = ReportsCommand.StoreOption(terminal);
        var content = CommonArguments.Content(terminal);
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("labels", terminal.Text("Insights_Labels")) { store, content, locale };
        command.SetAction(async (result, cancellation) =>
        {
            if (GapSource.Open(terminal, result.GetValue(store)) is not { } opened)
            {
                return ExitCode.Failure;
            }

            await using var reports = opened;
            var options = new LoadOptions { DefaultLocale = result.GetRequiredValue(locale) };
            var knowledgeBase = ContentLoading.Load(terminal, result.GetRequiredValue(content), options, cancellation);
            try
            {
                await foreach (var line in LabelledReports.ExportAsync(reports, knowledgeBase, cancellation))
                {
                    await terminal.Output.WriteAsync(Encoding.UTF8.GetString(line) + "\n");
                }
            }
            catch (StoreUnavailableException e)
            {
                await terminal.Error.WriteLineAsync("kb: " + e.Message);
                return ExitCode.Failure;
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
