using System.Text;
using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>Puts changes into a text.</summary>
public static class TextChanges
{
    /// <summary>The text with changes made; what they do not span stays as it is.</summary>
    /// <exception cref="ArgumentException">Changes overlap, or lie outside the text.</exception>
    public static string Apply(string text, IEnumerable<TextChange> changes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(changes);
        var result = new StringBuilder(text.Length + 64);
        var position = 0;
        foreach (var change in changes.OrderBy(c => c.Span))
        {
            if (change.Span.Start < position || change.Span.End > text.Length)
            {
                throw new ArgumentException($"The change at {change.Span} overlaps another or lies outside the text; leave one of them out.", nameof(changes));
            }

            result.Append(text, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Whether two spans share a character, or begin at the same place: their changes can't both be made.</summary>
    internal static bool Overlap(TextSpan a, TextSpan b) => a.Start == b.Start || (a.Start < b.End && b.Start < a.End);
}
