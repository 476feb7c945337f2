using KbApi.Content.Syntax.Dialects;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Includes;

/// <summary>Reads <c>[!INCLUDE [title](path)]</c>, alone or in a sentence, and its spelling in old documents, <c>[AZURE.INCLUDE [title](path)]</c>.</summary>
internal sealed class IncludeInlineParser : InlineParser
{
    /// <summary>What every include holds, for a first look at a text.</summary>
    public const string Keyword = "INCLUDE";

    private const string OldPrefix = "AZURE.";

    public IncludeInlineParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        if (!TryParse(text, out var path, out var length))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new IncludeInline
        {
            Path = path.ToString(),
            Line = line,
            Column = column,
            Span = new SourceSpan(start, processor.GetSourcePosition(slice.Start + length - 1)),
            IsClosed = true,
        };
        slice.Start += length;
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> text, out ReadOnlySpan<char> path, out int length)
    {
        path = [];
        length = 0;
        var rest = Skip(text[1..], "!", out var isMarked);
        rest = Skip(rest, OldPrefix, out var isOld);
        rest = Skip(rest, Keyword, out var isInclude).TrimStart();
        if (!isInclude || !(isMarked || isOld) || rest is not ['[', ..])
        {
            return false;
        }

        var title = rest.IndexOf(']');
        if (title < 0 || rest[(title + 1)..] is not ['(', ..])
        {
            return false;
        }

        rest = rest[(title + 2)..];
        var close = rest.IndexOf(')');
        var after = close < 0 ? [] : rest[(close + 1)..].TrimStart();
        if (after is not [']', ..] || rest[..close].ContainsAny('\r', '\n'))
        {
            return false;
        }

        path = rest[..close].Trim();
        var blank = path.IndexOfAny(' ', '"');
        path = (blank < 0 ? path : path[..blank]).Trim("<>");
        length = text.Length - after.Length + 1;
        return !path.IsEmpty;
    }

    private static ReadOnlySpan<char> Skip(ReadOnlySpan<char> text, string word, out bool isThere)
    {
        isThere = text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        return isThere ? text[word.Length..] : text;
    }
}
