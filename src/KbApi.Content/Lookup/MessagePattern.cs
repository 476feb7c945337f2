using System.Collections.Immutable;
using System.Net;
using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>A message with placeholders, ready to be compared: what stands between them, normalised.</summary>
internal sealed class MessagePattern
{
    private const int FewestFixedCharacters = 8;

    /// <summary>Stands for a placeholder, a character that no document has.</summary>
    private const string Variable = "\uE000";

    private readonly ImmutableArray<string> _parts;

    private MessagePattern(ImmutableArray<string> parts) => _parts = parts;

    /// <summary>How many characters of it are fixed.</summary>
    public int FixedLength => _parts.Sum(p => p.Length);

    /// <summary>The pattern of a message, or null where it has no placeholder or too little else to be told by.</summary>
    public static MessagePattern? Read(string message)
    {
        // Placeholders first: what is normalised has no quotes left that tell some of them.
        var template = MessageTemplate.Parse(WebUtility.HtmlDecode(message));
        if (!template.HasVariables)
        {
            return null;
        }

        var text = MessageText.Normalize(string.Concat(template.Parts.Select(p => p.IsVariable ? Variable : p.Text)));
        var pattern = new MessagePattern([.. text.Split(Variable)]);
        return pattern.FixedLength >= FewestFixedCharacters ? pattern : null;
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
}
