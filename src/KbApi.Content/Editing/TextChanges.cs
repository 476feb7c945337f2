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

    /// <summary>One list of changes that does what two do after one another.</summary>
    /// <param name="insertions">The first changes, which only insert, in order.</param>
    /// <param name="changes">The second ones, of the text that the first lead to. Each lies in what was inserted or outside of it.</param>
    internal static List<TextChange> Compose(IEnumerable<TextChange> insertions, IEnumerable<TextChange> changes)
    {
        var left = changes.OrderBy(c => c.Span).ToList();
        var composed = new List<TextChange>();
        var (next, grown) = (0, 0);
        foreach (var insertion in insertions)
        {
            var start = insertion.Span.Start + grown;
            var end = start + insertion.NewText.Length;
            TakeBefore(start, grown);
            var inside = left.Skip(next).TakeWhile(c => c.Span.End <= end).ToList();
            next += inside.Count;
            composed.Add(insertion with { NewText = Apply(insertion.NewText, inside.Select(c => c with { Span = new TextSpan(c.Span.Start - start, c.Span.Length) })) });
            grown += insertion.NewText.Length;
        }

        TakeBefore(int.MaxValue, grown);
        return composed;

        void TakeBefore(int position, int by)
        {
            for (; next < left.Count && left[next].Span.Start < position; next++)
            {
                composed.Add(left[next] with { Span = new TextSpan(left[next].Span.Start - by, left[next].Span.Length) });
            }
        }
    }

    /// <summary>Whether two spans share a character, or begin at the same place: their changes can't both be made.</summary>
    internal static bool Overlap(TextSpan a, TextSpan b) => a.Start == b.Start || (a.Start < b.End && b.Start < a.End);
}
