using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>Something in a text that must not be kept.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct FoundSecret(TextSpan Span, RedactionKind Kind);

/// <summary>Finds what must not be kept, word by word. Linear in the text: a word is looked at a fixed number of times.</summary>
internal static class SecretFinder
{
    private const int FewestChars = 3;
    private const string KeyBlock = "-----BEGIN ";

    /// <summary>The secrets, in order; none lies in another.</summary>
    public static List<FoundSecret> Find(string text)
    {
        var found = new List<FoundSecret>();
        for (var i = 0; i < text.Length;)
        {
            if (WordScan.IsEnd(text[i]))
            {
                i++;
                continue;
            }

            if (text[i] == '-' && text.AsSpan(i).StartsWith(KeyBlock, StringComparison.Ordinal))
            {
                var blockEnd = KeyBlockEnd(text, i);
                found.Add(new FoundSecret(TextSpan.FromBounds(i, blockEnd), RedactionKind.Secret));
                i = blockEnd;
                continue;
            }

            var end = WordScan.EndOf(text, i, out var hasSigns);
            i = IsPlain(text, i, end, hasSigns) ? end : ReadWord(found, text, i, end, hasSigns);
        }

        return found;
    }

    /// <summary>Whether there is nothing in a word and it is no label, as most are; the rest is looked at more closely.</summary>
    private static bool IsPlain(string text, int start, int end, bool hasSigns) =>
        !hasSigns && end - start < KeyShape.FewestCharsOfAny && !LabelledValue.CanBeLabel(text, start, end);

    /// <summary>Adds what is in a word, and returns where to go on: behind the word, or behind the value that it is the label of.</summary>
    private static int ReadWord(List<FoundSecret> found, string text, int start, int end, bool hasSigns)
    {
        if (LabelledValue.TryRead(text, start, end) is { } labelled)
        {
            found.Add(labelled);
            return labelled.Span.End;
        }

        return end - start < (hasSigns ? FewestChars : KeyShape.FewestCharsOfAny) ? end : new SecretsInWord(text, found).Read(start, end);
    }

    private static int KeyBlockEnd(string text, int start)
    {
        var end = text.IndexOf("-----END ", start, StringComparison.Ordinal);
        var line = end < 0 ? -1 : text.IndexOf("-----", end + 9, StringComparison.Ordinal);
        return line < 0 ? text.Length : line + 5;
    }
}
