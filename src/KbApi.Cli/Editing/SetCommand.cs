using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Editing;

/// <summary><c>kb set ID FIELD VALUE</c>: writes one field of an entry anew, and nothing else.</summary>
internal static class SetCommand
{
    public static Command Create(ITerminal terminal)
    {
        var id = new Argument<string>("ID") { Description = terminal.Text("Set_Id") };
        var field = new Argument<FieldName>("FIELD")
        {
            Description = terminal.Text("Set_Field", Fields),
            CustomParser = result =>
            {
                if (!FieldName.TryParse(result.Tokens[^1].Value, out var name))
                {
                    result.AddError(terminal.Text("Set_NoField", result.Tokens[^1].Value, Fields));
                }

                return name;
            },
        };
        var value = new Argument<string>("VALUE") { Description = terminal.Text("Set_Value") };
        var locale = CommonArguments.AnswerLocale(terminal);
        locale.Description = terminal.Text("Set_Locale");
        var content = CommonArguments.Content(terminal);
        var defaultLocale = CommonArguments.DefaultLocale(terminal);
        var rename = new Option<bool>("--rename") { Description = terminal.Text("Set_Rename") };
        var diff = new Option<bool>("--diff") { Description = terminal.Text("Fix_Diff") };
        var command = new Command("set", terminal.Text("Set_Description")) { id, field, value, locale, content, defaultLocale, rename, diff };
        command.SetAction((result, _) => RunAsync(
            terminal,
            new Request(
                result.GetRequiredValue(id), result.GetRequiredValue(field), result.GetRequiredValue(value), result.GetRequiredValue(locale),
                result.GetValue(rename), result.GetValue(diff)),
            result.GetRequiredValue(content),
            result.GetRequiredValue(defaultLocale)));
        return command;
    }

    private static string Fields => string.Join(", ", Enum.GetNames<EntryField>().Select(n => n.ToLowerInvariant()));

    private static async Task<int> RunAsync(ITerminal terminal, Request request, string[] paths, LocaleTag defaultLocale)
    {
        // A value of - is read from standard input: texts of several lines are hard to write in a shell.
        var value = request.Value == "-" ? await terminal.Input.ReadToEndAsync() : request.Value;
        var editor = new EntryEditor(ContentDirectory.Find(paths), new KnowledgeBaseLoader(new LoadOptions { DefaultLocale = defaultLocale }));
        var result = editor.Edit(new EntryEdit(request.Id, request.Locale, request.Field, value) { MayRename = request.MayRename });
        if (result.Refusal is { } refusal)
        {
            terminal.Error.WriteLine("kb: " + EditTexts.Of(terminal, refusal));
            return refusal.Problem is EditProblem.NoEntry or EditProblem.NoLocale ? ExitCode.Findings : ExitCode.Failure;
        }

        return Outcome.Write(terminal, [result.File!], request.Diff);
    }

    private sealed record Request(string Id, FieldName Field, string Value, LocaleTag Locale, bool MayRename, bool Diff);
}
