using Markdig.Helpers;
using Markdig.Parsers;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>Tags of JSX components with an expression for an attribute, such as <c>&lt;Tabs items={list}&gt;</c>, which are no HTML.</summary>
internal sealed class ExpressionTagParser : InlineParser
{
    public ExpressionTagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        if (text.Length < 2 || !char.IsAsciiLetterUpper(text[1]))
        {
            return false;
        }

        var end = EndOf(text, out var hasExpression);
        return hasExpression && end > 0 && DialectText.Take(processor, ref slice, end, new HiddenInline());
    }

    /// <summary>The offset behind the bracket that closes the tag and stands in no braces, or -1.</summary>
    private static int EndOf(ReadOnlySpan<char> text, out bool hasExpression)
    {
        var depth = 0;
        hasExpression = false;
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    hasExpression |= text[i - 1] is '=' or ' ';
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '>' when depth <= 0:
                    return i + 1;
                case '<' when depth <= 0:
                    return -1;
            }
        }

        return -1;
    }
}
