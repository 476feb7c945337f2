using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// Brackets that begin with an exclamation mark: <c>[!NOTE]</c> at the beginning of a quote, <c>[!UICONTROL Save]</c> around words,
/// <c>[!VIDEO address]</c> and <c>[!code-sql[name](file)]</c> for what is not text.
/// </summary>
internal sealed class MarkerInlineParser(AlertWords words) : InlineParser
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly string[] Embedded = ["code", "VIDEO", "div"];

    /// <inheritdoc/>
    public override void Initialize() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        if (text is not ['[', '!' or 'A' or 'a', ..])
        {
            return false;
        }

        var end = text.IndexOf(']');
        if (end < 0)
        {
            return false;
        }

        var content = text[1..end].TrimStart('!');
        if (AlertOf(processor, slice, content) is { } alert)
        {
            return DialectText.Take(processor, ref slice, end + 1, alert);
        }

        return text[1] == '!' && (TryTakeEmbedded(processor, ref slice, text) || TryTakeTerm(processor, ref slice, text[..end]));
    }

    private HiddenInline? AlertOf(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> content) =>
        !IsAtStartOfQuote(processor, slice) || content.ContainsAny("[(") ? null
        : words.KindOf(content) is { } kind ? new HiddenInline { Kind = InlineMarkKind.Alert, Target = kind }
        : slice.PeekChar() == '!' && !content.ContainsAnyExcept(Letters) && slice.PeekChar(content.Length + 3) is '\r' or '\n' or '\0'
            ? new HiddenInline { Kind = InlineMarkKind.Alert, Target = content.ToString() }
        : null;

    private static bool IsAtStartOfQuote(InlineProcessor processor, StringSlice slice) =>
        processor.Block is { Parent: QuoteBlock quote } block && quote[0] == block && processor.GetSourcePosition(slice.Start) == block.Span.Start;

    /// <summary>Takes what stands for a file or address, with the link in it.</summary>
    private static bool TryTakeEmbedded(InlineProcessor processor, ref StringSlice slice, ReadOnlySpan<char> text)
    {
        foreach (var name in Embedded)
        {
            if (!text[2..].StartsWith(name, StringComparison.OrdinalIgnoreCase) || text[(2 + name.Length)..] is not ['-' or ' ' or '[', ..])
            {
                continue;
            }

            var inner = text[2..].IndexOf('[') + 2;
            var end = text.IndexOf(']');
            if (inner >= 2 && inner < end)
            {
                var close = text[end..].IndexOf(")]", StringComparison.Ordinal);
                end = close < 0 ? -1 : end + close + 1;
            }

            return end >= 0 && DialectText.Take(processor, ref slice, end + 1, new HiddenInline());
        }

        return false;
    }

    /// <summary>Takes a word in capitals and leaves what it marks up, unless all of it is the text of a link.</summary>
    private static bool TryTakeTerm(InlineProcessor processor, ref StringSlice slice, ReadOnlySpan<char> text)
    {
        var word = text[2..].IndexOf(' ');
        if (word < 2 || text[2..(2 + word)].ContainsAnyExceptInRange('A', 'Z') || text[(3 + word)..].ContainsAny("[\r\n") || slice.PeekChar(text.Length + 1) is '(' or '[')
        {
            return false;
        }

        var term = text[(3 + word)..];
        var start = 3 + word + (term.Length - term.TrimStart().Length);
        return !term.IsWhiteSpace() && DialectText.TakeText(processor, ref slice, text.Length + 1, start..(start + term.Trim().Length));
    }
}
