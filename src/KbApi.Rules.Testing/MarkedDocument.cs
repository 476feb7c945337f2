using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Text;

namespace KbApi.Rules.Testing;

/// <summary>A document of a test.</summary>
/// <param name="Path">Its path; a locale in it counts, as in <c>sv-SE/a.md</c>.</param>
/// <param name="Markup">Its text, with <c>{|KB1101:…|}</c> around what a finding is expected at.</param>
public sealed record TestDocument(string Path, string Markup);

/// <summary>A document whose marks were taken out.</summary>
internal sealed record MarkedDocument(string Path, string Text, ImmutableArray<(string Id, TextSpan Span)> Marks)
{
    public static MarkedDocument Parse(TestDocument document)
    {
        var text = new StringBuilder();
        var marks = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        var markup = document.Markup;
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup.AsSpan(i).StartsWith("{|") && markup.IndexOf(':', i) is var colon and > 0 && IsId(markup.AsSpan(i + 2, colon - i - 2)))
            {
                open.Push((markup[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && markup.AsSpan(i).StartsWith("|}"))
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return open.Count == 0
            ? new MarkedDocument(document.Path, text.ToString(), marks.ToImmutable())
            : throw new ArgumentException($"A mark '{{|{open.Peek().Id}:' is not closed; write '|}}' behind it.", nameof(document));
    }

    /// <summary>Capital letters and a number, as ids of rules are.</summary>
    private static bool IsId(ReadOnlySpan<char> text)
    {
        var letters = text.IndexOfAnyExceptInRange('A', 'Z');
        return letters >= 2 && text.Length - letters is >= 3 and <= 5 && text[letters..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
