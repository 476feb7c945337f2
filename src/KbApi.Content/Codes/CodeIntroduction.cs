using KbApi.Content.Lexicons;

namespace KbApi.Content.Codes;

/// <summary>Tells what the words right before a place say of what stands there: that it is a code, an event, a result.</summary>
internal sealed class CodeIntroduction(Lexicon lexicon)
{
    /// <summary>Whether a word for codes stands before a place: <c>error code</c>.</summary>
    public bool FollowsCodeWord(ReadOnlySpan<char> text, int start) => FollowsWord(text, start, lexicon.Code);

    /// <summary>Whether a word for events stands before a place: <c>event ID</c>.</summary>
    public bool FollowsEventWord(ReadOnlySpan<char> text, int start) => FollowsWord(text, start, lexicon.Event);

    /// <summary>Whether a title has a word for a problem or says that something does not work.</summary>
    public bool NamesProblem(ReadOnlySpan<char> title) =>
        lexicon.Problems.KindsIn(title).SaysProblem;

    /// <summary>Whether <c>hr=</c> or <c>HRESULT:</c> stands before a place.</summary>
    public static bool FollowsHResult(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" =:(\u00A0");
        return before.Length < start && (EndsWithWord(before, "hr") || EndsWithWord(before, "hresult"));
    }

    /// <summary>Whether <c>ID:</c> stands before a place, with no word before it that tells whose id it is: <c>The operation failed. (ID: 120002)</c>.</summary>
    public static bool FollowsLoneId(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(" \u00A0");
        return before is [.., 'I' or 'i', 'D' or 'd', ':'] && before[..^3].TrimEnd(" \u00A0") is [.., '(' or '[' or '.' or ':' or ';' or '!' or ','];
    }

    private static bool FollowsWord(ReadOnlySpan<char> text, int start, PhraseSet words)
    {
        var before = text[..start].TrimEnd(" =:#([\"'\u201C\u201D\u201E\u00AB\u300C\u00A0");
        return before.Length < start && words.LongestEndingAt(text, before.Length) > 0;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !Word.IsPart(text[text.Length - word.Length - 1]));
}
