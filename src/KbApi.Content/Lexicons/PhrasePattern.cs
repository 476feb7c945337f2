namespace KbApi.Content.Lexicons;

/// <summary>A phrase to look for; a star at either end of it as written stands for the rest of a word.</summary>
/// <param name="Core">The phrase without stars.</param>
/// <param name="IsOpenLeft">Whether the word that it begins in may begin before it.</param>
/// <param name="IsOpenRight">Whether the word that it ends in may end behind it.</param>
/// <param name="Kinds">What it tells.</param>
internal sealed record PhrasePattern(string Core, bool IsOpenLeft, bool IsOpenRight, PhraseKinds Kinds)
{
    public static PhrasePattern Parse(string phrase, PhraseKinds kinds) => new(
        phrase.Trim('*'), phrase.StartsWith('*'), phrase.Length > 1 && phrase.EndsWith('*'), kinds);

    /// <summary>Whether the phrase stands whole where its core was found.</summary>
    public bool FitsAt(ReadOnlySpan<char> text, int start) =>
        (IsOpenLeft || PhraseBoundary.IsAt(text, start)) && (IsOpenRight || PhraseBoundary.IsAt(text, start + Core.Length));
}

/// <summary>Where words begin and end.</summary>
internal static class PhraseBoundary
{
    /// <summary>Whether no word goes on over a place. In scripts that are written without blanks, none does.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at) =>
        at <= 0 || at >= text.Length || !(IsWordCharacter(text[at - 1]) && IsWordCharacter(text[at]));

    /// <summary>Whether a character is part of a word whose ends are seen.</summary>
    public static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) && !IsUnspaced(c);

    /// <summary>Whether the character is of a script that is written without blanks, or whose words take endings without one.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uFF00';
}
