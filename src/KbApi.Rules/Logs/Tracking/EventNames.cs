using System.Collections.Frozen;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Finds documented events in lines that have no field for the number: by their names, or by their numbers where their program stands beside them.</summary>
internal sealed class EventNames(KnownEvents events)
{
    /// <summary>The name stands at the beginning of a line; what follows is its text.</summary>
    private const int MostChars = 500;
    private const int FewestDigits = 3;

    private readonly FrozenDictionary<string, KnownEvent>.AlternateLookup<ReadOnlySpan<char>> _byName = events.ByName.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly FrozenDictionary<string, EventOwner[]>.AlternateLookup<ReadOnlySpan<char>> _byNumber = events.ByNumber.GetAlternateLookup<ReadOnlySpan<char>>();

    public KnownEvent? FindIn(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MostChars)];
        KnownEvent? byNumber = null;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordChar(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordChar(text[i]))
            {
                i++;
            }

            var word = text[start..i];
            if (_byName.TryGetValue(word, out var named))
            {
                return named;
            }

            byNumber ??= char.IsAsciiDigit(word[0]) && word.Length >= FewestDigits && _byNumber.TryGetValue(word, out var numbered) ? BesideItsSource(text, numbered) : null;
        }

        return byNumber;
    }

    private static KnownEvent? BesideItsSource(ReadOnlySpan<char> text, EventOwner[] numbered)
    {
        foreach (var owner in numbered)
        {
            if (owner.Source is { } source && text.Contains(source, StringComparison.OrdinalIgnoreCase))
            {
                return owner.Known;
            }
        }

        return null;
    }

    private static bool IsWordChar(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
