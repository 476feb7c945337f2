using KbApi.Content.Lexicons;

namespace KbApi.Content.Reading.Problems;

/// <summary>Knows headings and lead-ins that label a part of a problem: <c>Cause</c>, <c>Solution 2</c>, <c>Method 1: Restart it</c>.</summary>
internal sealed class LabelReader(Lexicon lexicon)
{
    private const int MaxLength = 60;

    /// <summary>The label that a text is, or null where it says something of its own.</summary>
    public LabelRole? Find(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        var labels = lexicon.LabelLookup;
        var normal = LabelText.Normalize(text, stackalloc char[MaxLength]);
        if (labels.TryGetValue(normal, out var role))
        {
            return role;
        }

        // A number behind a word for codes is one, and counts nothing.
        var word = LabelText.WithoutNumber(normal);
        return word.Length < normal.Length && labels.TryGetValue(word, out role) && lexicon.Code.LongestEndingAt(word, word.Length) != word.Length ? role : null;
    }

    /// <summary>The label before a colon or dash that more text follows, or null.</summary>
    public LabelRole? FindIntroduced(ReadOnlySpan<char> text)
    {
        var end = IntroductionLength(text);
        return end > 0 ? Find(text[..end]) ?? FindLettered(text[..end]) : null;
    }

    /// <summary>A label that a letter follows, as in <c>Cause A: …</c>.</summary>
    private LabelRole? FindLettered(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[^2] == ' ' && char.IsAsciiLetterUpper(text[^1]) ? Find(text[..^2]) : null;

    private static int IntroductionLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length - 1 && i <= MaxLength; i++)
        {
            var isDash = text[i] is '-' or '\u2013' or '\u2014' && text[i - 1] == ' ' && text[i + 1] == ' ';
            if (isDash || text[i] is '\uFF1A' || (text[i] == ':' && text[i + 1] == ' '))
            {
                return i;
            }
        }

        return 0;
    }
}
