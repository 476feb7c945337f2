using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// What site generators put between braces: tags and variables of Liquid, shortcodes of Hugo, comments of MDX, attributes of kramdown and
/// ids of headings. Placeholders such as <c>{0}</c>, <c>{name}</c> and <c>{{name}}</c> are text.
/// </summary>
internal sealed class TemplateInlineParser : InlineParser
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");

    public TemplateInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        var length = LengthOfTag(text);
        if (length > 0)
        {
            return DialectText.Take(processor, ref slice, length, new HiddenInline());
        }

        var end = text.IndexOf('}');
        if (end < 0 || text[..end].ContainsAny('\r', '\n'))
        {
            return false;
        }

        var isLast = text[(end + 1)..].IsWhiteSpace() && text.Length < DialectText.MaxLength;
        return text[1] switch
        {
            '/' when end > 4 && text[2] == '*' && text[end - 1] == '/' && text[end - 2] == '*' => TakeComment(processor, ref slice, end, isLast),
            ':' when IsAttributes(text[2..end]) => DialectText.Take(processor, ref slice, end + 1, Attributes(text[2..end])),
            ' ' when isLast && processor.Block is HeadingBlock && text[1..end].TrimStart(' ') is ['#' or '.', ..] => DialectText.Take(processor, ref slice, end + 1, Attributes(text[1..end])),
            '#' or '.' when isLast && processor.Block is HeadingBlock => DialectText.Take(processor, ref slice, end + 1, Attributes(text[1..end])),
            _ => false,
        };
    }

    /// <summary>The length of the tag, variable or shortcode that a text begins with, or 0.</summary>
    private static int LengthOfTag(ReadOnlySpan<char> text)
    {
        var close = text switch
        {
            ['{', '%', ..] => "%}",
            ['{', '{', '%', ..] => "%}}",
            ['{', '{', '<', ..] => ">}}",
            ['{', '{', ..] => "}}",
            _ => "",
        };
        var end = close.Length == 0 ? -1 : text.IndexOf(close, StringComparison.Ordinal);
        return end < 0 || (close == "}}" && !IsVariable(text[2..end])) ? 0 : end + close.Length;
    }

    /// <summary>Whether a generator would replace a text in double braces: it goes into an object or through a filter. A bare name is a placeholder.</summary>
    private static bool IsVariable(ReadOnlySpan<char> expression)
    {
        var text = expression.Trim(" \t-");
        var dot = text.IndexOf('.');
        return text.Contains('|') || (dot > 0 && dot + 1 < text.Length && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[dot + 1])
            && !text[..dot].ContainsAnyExcept(NameCharacters));
    }

    private static bool IsAttributes(ReadOnlySpan<char> text) => text.TrimStart() is [var first, ..] && (char.IsAsciiLetter(first) || first is '.' or '#');

    private static bool TakeComment(InlineProcessor processor, ref StringSlice slice, int end, bool isLast)
    {
        // MDX cannot write {#id}; its documents have the id in a comment.
        var id = DialectText.Ahead(slice)[3..(end - 2)].Trim();
        var isId = isLast && processor.Block is HeadingBlock && !id.IsEmpty && !id.Contains(' ');
        return DialectText.Take(processor, ref slice, end + 1, isId ? new HiddenInline { Kind = InlineMarkKind.Anchor, Target = id.ToString() } : new HiddenInline());
    }

    private static HiddenInline Attributes(ReadOnlySpan<char> list)
    {
        foreach (var range in list.Split(' '))
        {
            if (list[range] is ['#', _, ..] id)
            {
                return new HiddenInline { Kind = InlineMarkKind.Anchor, Target = id[1..].ToString() };
            }
        }

        return new HiddenInline { Kind = InlineMarkKind.Attributes, Target = list.Trim().ToString() };
    }
}
