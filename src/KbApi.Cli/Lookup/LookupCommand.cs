using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Lookup;

/// <summary><c>kb lookup CODE</c>: prints what the content knows about a code.</summary>
internal static class LookupCommand
{
    public static Command Create(ITerminal terminal)
    {
        // People type "kb lookup sspr 29" without quotes.
        var code = new Argument<string[]>("CODE") { Description = terminal.Text("Lookup_Code"), Arity = ArgumentArity.OneOrMore };
        var locale = CommonArguments.AnswerLocale(terminal);
        var content = CommonArguments.Content(terminal);
        var source = new Option<string?>("--source") { Description = terminal.Text("Lookup_Source") };
        var scheme = new Option<string?>("--scheme") { Description = terminal.Text("Lookup_Scheme") };
        var command = new Command("lookup", terminal.Text("Lookup_Description")) { code, locale, content, source, scheme };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            new Question(result.GetRequiredValue(code), result.GetValue(source), result.GetValue(scheme), result.GetRequiredValue(locale)),
            result.GetRequiredValue(content),
            cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, Question question, string[] paths, CancellationToken cancellation)
    {
        var code = question.Code;
        if (string.IsNullOrWhiteSpace(code))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Lookup_Blank"));
            return ExitCode.Failure;
        }

        PathWords.Warn(terminal, question.Words);
        var knowledgeBase = ContentLoading.Load(terminal, paths, new LoadOptions(), cancellation);
        var found = knowledgeBase.Codes.Find(code, question.Source, question.Scheme);
        var chain = knowledgeBase.ChainFor(question.Locale);
        var view = new LookupView(terminal, knowledgeBase, chain);
        if (found.Owners.IsEmpty)
        {
            view.WriteUnknown(code, found);
            return ExitCode.Findings;
        }

        view.WriteEntries([.. found.Owners.Select(o => o.EntryId)], question.Locale);
        return ExitCode.Clean;
    }

    private sealed record Question(string[] Words, string? Source, string? Scheme, LocaleTag Locale)
    {
        public string Code { get; } = string.Join(' ', Words);
    }
}
