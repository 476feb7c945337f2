using System.Collections.Immutable;

namespace KbApi.Content.Model;

/// <summary>A part of a message: text that is always the same, or one that differs from case to case.</summary>
/// <param name="Text">The text as the document writes it; for a variable part, its placeholder.</param>
/// <param name="IsVariable">Whether the part stands for any text, as <c>{0}</c>, <c>%1</c>, <c>&lt;name&gt;</c> and <c>xxx</c> do, and <c>'identifier'</c> within its quotes.</param>
public sealed record MessagePart(string Text, bool IsVariable);

/// <summary>A message as a pattern: its literal and its variable parts, in order. Joined, they are the message again.</summary>
/// <param name="Parts">The parts; none is empty.</param>
public sealed record MessageTemplate(ImmutableArray<MessagePart> Parts)
{
    /// <summary>Whether any part is variable.</summary>
    public bool HasVariables => Parts.Any(p => p.IsVariable);

    /// <summary>Finds the placeholders of a message. Takes time that depends on its length alone.</summary>
    /// <param name="message">The text as the document shows it.</param>
    public static MessageTemplate Parse(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var parts = ImmutableArray.CreateBuilder<MessagePart>();
        var literal = 0;
        for (var i = 0; i < message.Length;)
        {
            var length = Math.Max(Placeholder.LengthAt(message, i), QuotedName.LengthAt(message, i));
            if (length == 0)
            {
                i++;
                continue;
            }

            Add(parts, message[literal..i], isVariable: false);
            Add(parts, message.Substring(i, length), isVariable: true);
            literal = i += length;
        }

        Add(parts, message[literal..], isVariable: false);
        return new MessageTemplate(parts.ToImmutable());
    }

    private static void Add(ImmutableArray<MessagePart>.Builder parts, string text, bool isVariable)
    {
        if (text.Length > 0)
        {
            parts.Add(new MessagePart(text, isVariable));
        }
    }
}
