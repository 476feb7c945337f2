namespace KbApi.Content.Codes;

/// <summary>A text that is a name and its number and nothing else: <c>UserNotLicensed = 12</c>, also with the parts moved by translation.</summary>
internal readonly record struct NamedNumber(Range Name, Range Number)
{
    public static NamedNumber? TryRead(ReadOnlySpan<char> text)
    {
        Range? name = null;
        Range? number = null;
        var hasEquals = false;
        for (var i = 0; i < text.Length;)
        {
            if (Word.IsPart(text[i]))
            {
                var word = Word.At(text, i);
                var token = text.Slice(i, word.Length);
                var isNumber = !token.ContainsAnyExceptInRange('0', '9') && token.Length <= 10;
                if (isNumber ? number is not null : name is not null || !(Word.IsSymbol(token) || Word.IsConstant(token)))
                {
                    return null;
                }

                _ = isNumber ? number = new Range(i, word.End) : name = new Range(i, word.End);
                i = word.End;
            }
            else if (text[i] == '=' ? hasEquals : !char.IsWhiteSpace(text[i]))
            {
                return null;
            }
            else
            {
                hasEquals |= text[i] == '=';
                i++;
            }
        }

        return hasEquals && name is { } n && number is { } d ? new NamedNumber(n, d) : null;
    }
}
