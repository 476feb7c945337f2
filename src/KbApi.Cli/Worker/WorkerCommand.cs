using System.CommandLine;
using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using KbApi.Server.Workers;

namespace KbApi.Cli.Worker;

/// <summary><c>kb worker</c>: takes reports out of a queue, classifies and stores them.</summary>
internal static class WorkerCommand
{
    public static Command Create(ITerminal terminal)
    {
        var content = new Option<string[]>("--content") { Description = terminal.Text("Worker_Content"), HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var queue = new Option<string?>("--queue") { Description = terminal.Text("Worker_Queue"), HelpName = "URL" };
        var store = new Option<string?>("--store") { Description = terminal.Text("Worker_Store"), HelpName = "STORE" };
        var urls = new Option<string>("--urls") { Description = terminal.Text("Worker_Urls"), DefaultValueFactory = _ => "http://localhost:5081" };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("worker", terminal.Text("Worker_Description")) { content, queue, store, urls, locale };
        command.SetAction((result, cancellation) => KbApiWorker.RunAsync(
            ArgumentsOf(result.GetValue(content) ?? [], result.GetValue(queue), result.GetValue(store), result.GetRequiredValue(urls), result.GetRequiredValue(locale)), cancellation));
        return command;
    }

    private static string[] ArgumentsOf(string[] content, string? queue, string? store, string urls, LocaleTag locale) =>
    [
        "--urls", urls,
        "--Kb:DefaultLocale", locale.Value,
        .. queue is null ? [] : new[] { "--Kb:Queue:Url", queue },
        .. store is null ? [] : new[] { "--Kb:Store", store },
        .. content.SelectMany((path, i) => new[] { "--Kb:Content:" + i.ToString(CultureInfo.InvariantCulture), path }),
    ];
}
