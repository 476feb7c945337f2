using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;

namespace KbApi.Cli.Classify;

/// <summary><c>kb classify TEXT</c>: finds the entries that answer error reports.</summary>
internal static class ClassifyCommand
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(ITerminal terminal)
    {
        var text = new Argument<string[]>("TEXT") { Description = terminal.Text("Classify_Text"), Arity = ArgumentArity.ZeroOrMore };
        var content = CommonArguments.Content(terminal);
        var locale = CommonArguments.AnswerLocale(terminal);
        var input = new Option<string?>("--input") { Description = terminal.Text("Classify_Input"), HelpName = "FILE" };
        var answers = new Option<string[]>("--answer") { Description = terminal.Text("Classify_Answer"), HelpName = "ID=VALUE", DefaultValueFactory = _ => [] };
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("classify", terminal.Text("Classify_Description")) { text, content, locale, input, answers, format };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            new Request(
                string.Join(' ', result.GetValue(text) ?? []), result.GetValue(input), result.GetRequiredValue(answers),
                result.GetRequiredValue(locale), IsJson: result.GetRequiredValue(format) == "jsonl"),
            result.GetRequiredValue(content),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, Request request, string[] paths, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Text) == request.Input is null)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Classify_Nothing"));
            return ExitCode.Failure;
        }

        var classifier = ReportClassifier.Create(ContentLoading.Load(terminal, paths, new LoadOptions(), cancellation));
        return request.Input is { } input
            ? ClassifyLines(terminal, request, classifier, input, cancellation)
            : ClassifyText(terminal, request, classifier);
    }

    private static int ClassifyText(ITerminal terminal, Request request, ReportClassifier classifier)
    {
        var answers = request.Answers.Select(a => a.Split('=', 2)).Where(a => a.Length == 2)
            .ToImmutableSortedDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        var result = classifier.Classify(new ErrorReport { Message = request.Text, Locale = request.Locale, Answers = answers });
        Write(terminal, request, null, result);
        return result.Verdict == Verdict.Unknown ? ExitCode.Findings : ExitCode.Clean;
    }

    private static int ClassifyLines(ITerminal terminal, Request request, ReportClassifier classifier, string input, CancellationToken cancellation)
    {
        var code = ExitCode.Clean;
        var number = 0;
        foreach (var line in File.ReadLines(input))
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                var (id, report) = ReportReader.Read(line);
                Write(terminal, request, id, classifier.Classify(report with { Locale = report.Locale ?? request.Locale }));
            }
            catch (FormatException e)
            {
                terminal.Error.WriteLine("kb: " + terminal.Text("Classify_BadLine", input, number, e.Message));
                code = ExitCode.Failure;
            }
        }

        return code;
    }

    private static void Write(ITerminal terminal, Request request, string? id, ReportClassification classification)
    {
        if (!request.IsJson)
        {
            ClassificationView.Write(terminal, classification);
            return;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            ClassificationJson.Write(json, id, classification);
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private sealed record Request(string Text, string? Input, string[] Answers, LocaleTag Locale, bool IsJson);
}
