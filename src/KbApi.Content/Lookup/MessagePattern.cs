using System.Collections.Immutable;

namespace KbApi.Content.Lookup;

/// <summary>A message with placeholders: <c>{0}</c>, <c>%s</c>, <c>&lt;name&gt;</c>.</summary>
internal sealed class MessagePattern
{
    private const int FewestFixedCharacters = 8;
    private const int LongestPlaceholder = 60;

    private readonly ImmutableArray<string> _parts;

    private MessagePattern(ImmutableArray<string> parts) => _parts = parts;

    /// <summary>How many characters of it are fixed.</summary>
    public int FixedLength => _parts.Sum(p => p.Length);

    /// <summary>The pattern of a message, or null where it has no placeholder or too little else to be told by.</summary>
    public static MessagePattern? Read(string message)
    {
        var text = MessageText.Normalize(message);
        var parts = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (PlaceholderAt(text, i) is var length and > 0)
            {
                parts.Add(text[start..i]);
                i += length - 1;
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        var pattern = new MessagePattern(parts.ToImmutable());
        return parts.Count > 1 && pattern.FixedLength >= FewestFixedCharacters ? pattern : null;
    }

    /// <summary>Whether a normalised text is the message with values in its places.</summary>
    public bool Matches(string text)
    {
        var first = _parts[0];
        var last = _parts[^1];
        if (text.Length < FixedLength || !text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var at = first.Length;
        var end = text.Length - last.Length;
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = end < at ? -1 : text.AsSpan(at, end - at).IndexOf(part, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at += found + part.Length;
        }

        return at <= end;
    }

    private static int PlaceholderAt(string text, int at)
    {
        switch (text[at])
        {
            case '%' when at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is 's' or 'd' or 'x' or 'u'):
                return at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]) ? 2 : 0;
            case '{' or '<':
                var close = text.AsSpan(at, Math.Min(LongestPlaceholder, text.Length - at)).IndexOf(text[at] == '{' ? '}' : '>');
                return close > 1 && !text.AsSpan(at + 1, close - 1).ContainsAny('{', '<', '=') ? close + 1 : 0;
            default:
                return 0;
        }
    }
}
