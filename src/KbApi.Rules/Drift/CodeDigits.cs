using KbApi.Content.Model;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Drift;

/// <summary>Takes codes out of texts whose numbers are compared.</summary>
internal static class CodeDigits
{
    /// <summary>The text without the first place where the code's value stands as a word of its own.</summary>
    public static Prose Remove(Prose text, string code) =>
        Tokens.IndexOfWord(text.Text, code) is var at and >= 0 ? text with { Text = text.Text.Remove(at, code.Length) } : text;
}
