using KbApi.Cli.Terminal;
using KbApi.Content.Editing;

namespace KbApi.Cli.Editing;

/// <summary>Says why an edit was refused, in the language of the person in front of the terminal.</summary>
internal static class EditTexts
{
    private const int MaxQuote = 160;

    public static string Of(ITerminal terminal, EditRefusal refusal)
    {
        var arguments = refusal.Arguments.Select((a, i) => (object)(i == 0 && refusal.Problem == EditProblem.BlockNotAllowed
            ? terminal.Text("Edit_Block_" + a.Replace('-', '_'))
            : i == 0 && refusal.Problem == EditProblem.ChangesDocument && terminal.TextOrNull("Edit_Part_" + a) is { } part ? part : Shortened(a)));
        return terminal.Text("Edit_" + refusal.Problem, [.. arguments]);
    }

    private static string Shortened(string text) => text.Length <= MaxQuote ? text : text[..MaxQuote] + "…";
}
