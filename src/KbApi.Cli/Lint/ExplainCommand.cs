using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Lookup;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Server.Hosting;

namespace KbApi.Cli.Lint;

/// <summary><c>kb explain ID</c>: prints the page of a rule, which is an entry of the content.</summary>
internal static class ExplainCommand
{
    public static Command Create(ITerminal terminal)
    {
        var rule = new Argument<string>("ID") { Description = terminal.Text("Explain_Rule") };
        var locale = CommonArguments.AnswerLocale(terminal);
        var command = new Command("explain", terminal.Text("Explain_Description")) { rule, locale };
        command.SetAction((result, cancellation) => Task.FromResult(
            Run(terminal, result.GetRequiredValue(rule).Trim(), result.GetRequiredValue(locale), cancellation)));
        return command;
    }

    private static int Run(ITerminal terminal, string id, LocaleTag locale, CancellationToken cancellation)
    {
        if (RulesCommand.All.All(r => !r.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Explain_Unknown", id));
            return ExitCode.Findings;
        }

        var knowledgeBase = ContentLoading.Load(terminal, [BundledContent.Find()], new LoadOptions(), cancellation);
        var owners = knowledgeBase.Codes.Find(id, source: null, scheme: null).Owners;
        new LookupView(terminal, knowledgeBase, knowledgeBase.ChainFor(locale)).WriteEntries([.. owners.Select(o => o.EntryId)], locale);
        return ExitCode.Clean;
    }
}
