using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.CommandLine;

/// <summary>Help in the language of the person who asks, with examples.</summary>
internal sealed class HelpAction(ITerminal terminal) : SynchronousCommandLineAction
{
    private const int Gap = 2;

    /// <summary>The command as it is typed, for example <c>kb model</c>.</summary>
    public static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? NameOf(parent) + " " + command.Name : "kb";

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = terminal.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine(terminal.Text("Help_Usage"));
        output.WriteLine("  " + UsageOf(command));
        WriteTable("Help_Commands", command.Subcommands.Select(c => (c.Name, c.Description)));
        WriteTable("Help_Arguments", command.Arguments.Select(a => (a.Name, a.Description)));
        WriteTable("Help_Options", OptionsOf(command).Select(o => (NamesOf(o), DescriptionOf(o))));
        WriteExamples(command);
        output.Flush();
        return ExitCode.Clean;
    }

    private static string UsageOf(Command command)
    {
        var arguments = command.Arguments.Select(a => a.Arity.MaximumNumberOfValues > 1 ? a.Name + "…" : a.Name);
        var parts = new List<string> { NameOf(command) };
        parts.AddRange(command.Subcommands.Count > 0 ? ["COMMAND"] : arguments);
        parts.Add("[--…]");
        return string.Join(' ', parts);
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive))).Where(o => !o.Hidden);

    private static string NamesOf(Option option)
    {
        var names = string.Join(", ", new[] { option.Name }.Concat(option.Aliases.Where(a => a.StartsWith('-'))).Distinct().OrderBy(n => n.Length));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? names : $"{names} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";
    }

    private static string? DescriptionOf(Option option)
    {
        var values = option.ValueType == typeof(string) ? option.GetCompletions(CompletionContext.Empty).Select(c => c.Label).ToList() : [];
        return values.Count == 0 ? option.Description : $"{option.Description} ({string.Join(" | ", values)})";
    }

    private void WriteTable(string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        terminal.Output.WriteLine();
        terminal.Output.WriteLine(terminal.Text(title));
        var width = all.Max(r => r.Name.Length) + Gap;
        foreach (var (name, description) in all)
        {
            terminal.Output.WriteLine("  " + name.PadRight(width) + description);
        }
    }

    private void WriteExamples(Command command)
    {
        // A command below another may be called as one that stands alone: "kb export" and "kb reports export".
        if ((terminal.TextOrNull("Example_" + string.Join('_', NameOf(command).Split(' ').Skip(1))) ?? terminal.TextOrNull("Example_" + command.Name)) is { } examples)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(terminal.Text("Help_Examples"));
            foreach (var line in examples.Split('\n'))
            {
                terminal.Output.WriteLine("  " + line);
            }
        }
    }
}
