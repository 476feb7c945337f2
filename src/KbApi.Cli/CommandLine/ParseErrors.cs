using System.CommandLine;
using System.CommandLine.Parsing;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.CommandLine;

/// <summary>Says what is wrong with a command line, in the person's language.</summary>
internal static class ParseErrors
{
    public static void Write(ITerminal terminal, ParseResult result)
    {
        var messages = result.Errors.Select(e => Describe(terminal, e, hasUnknown: result.UnmatchedTokens.Count > 0)).Concat(result.UnmatchedTokens.Select(t => terminal.Text("Parse_Unknown", t)));
        foreach (var message in messages.OfType<string>().Distinct())
        {
            terminal.Error.WriteLine("kb: " + message);
        }

        terminal.Error.WriteLine(terminal.Text("Kb_SeeHelp", HelpAction.NameOf(result.CommandResult.Command)));
    }

    /// <summary>The words for an error; null for one about a token that is reported as unknown anyway.</summary>
    private static string? Describe(ITerminal terminal, ParseError error, bool hasUnknown) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Argument.Name: var name, Parent: CommandResult } => terminal.Text("Parse_MissingArgument", name),
        OptionResult { Tokens.Count: 0, Option.Name: var name } => terminal.Text("Parse_MissingValue", name),
        CommandResult command when command.Command.Subcommands.Count > 0 && !command.Children.OfType<CommandResult>().Any() => terminal.Text("Parse_MissingCommand"),
        CommandResult => hasUnknown ? null : error.Message,
        _ => error.Message,
    };
}
