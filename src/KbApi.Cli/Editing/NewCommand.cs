using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing.Scaffolding;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Editing;

/// <summary><c>kb new entry</c>: prepares an entry in every locale of an article.</summary>
internal static class NewCommand
{
    public static Command Create(ITerminal terminal) => new("new", terminal.Text("New_Description")) { CreateEntry(terminal) };

    private static Command CreateEntry(ITerminal terminal)
    {
        var title = new Argument<string>("TITLE") { Description = terminal.Text("New_Title") };
        var article = new Option<string>("--article") { Description = terminal.Text("New_Article"), HelpName = "ID", Required = true };
        var section = new Option<string>("--section") { Description = terminal.Text("New_Section"), HelpName = "ANCHOR", Required = true };
        var code = new Option<string?>("--code") { Description = terminal.Text("New_Code") };
        var anchor = new Option<string?>("--anchor") { Description = terminal.Text("New_Anchor") };
        var diff = new Option<bool>("--diff") { Description = terminal.Text("Fix_Diff") };
        var content = CommonArguments.Content(terminal);
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("entry", terminal.Text("New_Entry")) { title, article, section, code, anchor, diff, content, locale };
        command.SetAction((result, _) => Task.FromResult(Run(
            terminal,
            new NewEntry(result.GetRequiredValue(article), result.GetRequiredValue(section), result.GetRequiredValue(title))
            {
                Code = result.GetValue(code),
                Anchor = result.GetValue(anchor),
            },
            new Settings(result.GetRequiredValue(content), result.GetRequiredValue(locale), result.GetValue(diff)))));
        return command;
    }

    private static int Run(ITerminal terminal, NewEntry entry, Settings settings)
    {
        var loader = new KnowledgeBaseLoader(new LoadOptions { DefaultLocale = settings.Locale });
        var result = new EntryScaffolder(ContentDirectory.Find(settings.Content), loader).Scaffold(entry);
        if (result.Problem is { } problem)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("New_" + problem, [.. result.Arguments]));
            return problem == ScaffoldProblem.NotRead ? ExitCode.Failure : ExitCode.Findings;
        }

        return Outcome.Write(terminal, result.Files, settings.Diff);
    }

    private sealed record Settings(string[] Content, LocaleTag Locale, bool Diff);
}
