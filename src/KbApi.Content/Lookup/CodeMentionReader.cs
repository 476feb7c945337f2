using System.Collections.Immutable;
using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>Finds documented codes among the words of a text, the longest first: <c>sspr 29 in the portal</c>.</summary>
/// <param name="find">The owners of the first key that has any; empty where none has.</param>
internal sealed class CodeMentionReader(Func<IReadOnlyList<CodeKey>, ImmutableArray<CodeOwner>> find)
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
            var spelling = text[start..end];
            if (find(CodeSpelling.KeysOfWhole(spelling)) is { IsEmpty: false } together)
            {
                return new CodeMention(start, end - start, IsCertain(spelling), together);
            }
        }

        used = 1;
        var word = words[first];
        return find(CodeSpelling.KeysOf(text[word.Start..word.End])) is { IsEmpty: false } owners
            ? new CodeMention(word.Start, word.End - word.Start, IsCertain(text[word.Start..word.End]), owners)
            : null;
    }

    private static bool IsCertain(string spelling) =>
        spelling.Any(char.IsAsciiDigit) || spelling.Contains('_', StringComparison.Ordinal) || Word.IsSymbol(spelling);

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
