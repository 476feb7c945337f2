using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;
using KbApi.Rules.Reports;
using KbApi.Rules.Triage;

namespace KbApi.Cli.Triage;

/// <summary><c>kb triage TICKET</c>: what happened, how sure that is, what to do next and what to ask, from a ticket and its logs.</summary>
internal static class TriageCommand
{
    public static Command Create(ITerminal terminal)
    {
        var ticket = new Argument<string>("TICKET") { Description = terminal.Text("Triage_Ticket") };
        var logs = new Option<string[]>("--log") { Description = terminal.Text("Triage_LogOption"), HelpName = "FILE", DefaultValueFactory = _ => [] };
        var content = CommonArguments.Content(terminal);
        var locale = CommonArguments.AnswerLocale(terminal);
        var answers = new Option<string[]>("--answer") { Description = terminal.Text("Classify_Answer"), HelpName = "ID=VALUE", DefaultValueFactory = _ => [] };
        var package = new Option<string?>("--package") { Description = terminal.Text("Triage_Package"), HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command("triage", terminal.Text("Triage_Description")) { ticket, logs, content, locale, answers, package, format };
        command.SetAction((result, cancellation) => RunAsync(
            terminal,
            new Request(
                result.GetRequiredValue(ticket), result.GetRequiredValue(logs), result.GetRequiredValue(answers), result.GetRequiredValue(locale),
                result.GetValue(package), result.GetRequiredValue(format)),
            result.GetRequiredValue(content),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ITerminal terminal, Request request, string[] paths, CancellationToken cancellation)
    {
        if (request.Answers.FirstOrDefault(a => !a.Contains('=', StringComparison.Ordinal)) is { } wrong)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Triage_WrongAnswer", wrong));
            return ExitCode.Failure;
        }

        var text = await ReadTicketAsync(request.Ticket, cancellation);
        if (string.IsNullOrWhiteSpace(text))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Triage_Blank", request.Ticket));
            return ExitCode.Failure;
        }

        var knowledgeBase = ContentLoading.Load(terminal, paths, new LoadOptions(), cancellation);
        var classifier = ReportClassifier.Create(knowledgeBase);
        var analyzer = new LogAnalyzer(LogKnowledge.Create(knowledgeBase, classifier));
        var logs = ImmutableArray.CreateBuilder<LogAnalysis>();
        foreach (var path in request.Logs)
        {
            await using var stream = File.OpenRead(path);

            // Folders of a path may name people; what is handed on has the name of the file alone.
            logs.Add(await analyzer.AnalyzeAsync(stream, Path.GetFileName(path), new DateTimeOffset(File.GetLastWriteTimeUtc(path)), cancellation));
        }

        var answers = request.Answers.Select(a => a.Split('=', 2)).DistinctBy(a => a[0]).ToImmutableSortedDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        var report = TriageDesk.Create(knowledgeBase, classifier)
            .Examine(new ErrorReport { Message = text, Locale = request.Locale, Answers = answers }, logs.ToImmutable());
        Write(terminal, request, report);
        return report.Logs.Any(l => l.IsRefused) ? ExitCode.Failure
            : report.Classification.Verdict == Verdict.Unknown || report.Logs.Any(l => l.Findings.Any(f => f.Diagnostic.Severity >= DiagnosticSeverity.Warning)) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static void Write(ITerminal terminal, Request request, TriageReport report)
    {
        var page = TriagePage.Of(terminal, report, request.Locale);
        var culture = request.Locale.ToCulture();
        switch (request.Format)
        {
            case "json":
                terminal.Output.Write(TriageJson.Write(report, culture));
                break;
            case "markdown":
                PageWriter.WriteMarkdown(terminal.Output, page);
                break;
            default:
                PageWriter.WriteText(terminal.Output, page, terminal.Width);
                break;
        }

        if (request.Package is { } path)
        {
            using var markdown = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            PageWriter.WriteMarkdown(markdown, page);
            SupportPackage.Write(path, report, markdown.ToString(), TriageJson.Write(report, culture));
            terminal.Error.WriteLine(terminal.Text("Triage_Written", path));
        }
    }

    private static async Task<string> ReadTicketAsync(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[ReportLimits.MessageLength];
        var length = await reader.ReadBlockAsync(buffer, cancellation);
        return new string(buffer, 0, length);
    }

    private sealed record Request(string Ticket, string[] Logs, string[] Answers, LocaleTag Locale, string? Package, string Format);
}
