using System.Collections.Immutable;
using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>Finds documented codes among the words of a text, the longest first: <c>sspr 29 in the portal</c>.</summary>
/// <param name="codes">The documented codes.</param>
internal sealed class CodeMentionReader(CodeTable codes)
{
    /// <summary>A name of more words is not typed word by word.</summary>
    private const int MaxWords = 5;
    private const int MaxLength = 1000;

    public ImmutableArray<CodeMention> Read(string text)
    {
        var words = WordsOf(text.Length > MaxLength ? text[..MaxLength] : text);
        var mentions = ImmutableArray.CreateBuilder<CodeMention>();
        for (var i = 0; i < words.Count;)
        {
            var mention = LongestAt(text, words, i, out var used);
            if (mention is not null)
            {
                mentions.Add(mention);
            }

            i += used;
        }

        return mentions.ToImmutable();
    }

    private CodeMention? LongestAt(string text, List<(int Start, int End)> words, int first, out int used)
    {
        for (used = Math.Min(MaxWords, words.Count - first); used > 1; used--)
        {
            var (start, end) = (words[first].Start, words[first + used - 1].End);
            if (codes.FindWhole(text.AsSpan(start..end)) is { } together)
            {
                return MentionOf(text, start, end, together);
            }
        }

        used = 1;
        var word = words[first];
        return codes.Find(text.AsSpan(word.Start..word.End)) is { } found ? MentionOf(text, word.Start, word.End, found) : null;
    }

    private static CodeMention MentionOf(string text, int start, int end, CodeLookup found) =>
        new(start, end - start, IsCertain(text.AsSpan(start..end)), found.Owners);

    private static bool IsCertain(ReadOnlySpan<char> spelling) =>
        spelling.ContainsAnyInRange('0', '9') || spelling.Contains('_') || Word.IsSymbol(spelling);

    private static List<(int Start, int End)> WordsOf(string text)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                var start = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]))
                {
                    i++;
                }

                words.Add((start, i));
            }
        }

        return words;
    }
}
