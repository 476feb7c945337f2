using KbApi.Content.Codes;

namespace KbApi.Rules.Templates;

/// <content>Words with digits in them, and numbers.</content>
internal readonly ref partial struct TemplatePass
{
    private int ReadGlued(ref TemplateBuffer buffer, Word word, int end)
    {
        var (kind, length) = shapes.Of(_text[..IdeographAt(word.End, end)], word);
        if (kind != WordKind.Code)
        {
            return AppendWord(ref buffer, word.Start, word.End);
        }

        buffer.AppendCode(_text.Slice(word.Start, length));
        return word.Start + length;
    }

    private int ReadDigits(ref TemplateBuffer buffer, Word word, int end)
    {
        var (kind, length) = shapes.Of(_text[..IdeographAt(word.End, end)], word);
        var token = _text.Slice(word.Start, length);
        switch (kind)
        {
            case WordKind.Code:
                buffer.AppendCode(token);
                return word.Start + length;
            case WordKind.Number:
                return ReadNumber(ref buffer, word, end);
        }

        if (kind != WordKind.Measured && words.IsBehind(buffer.Text))
        {
            buffer.AppendCode(token);
            return word.End;
        }

        switch (kind)
        {
            case WordKind.Measured:
                AppendMasked(ref buffer, token, fewestDigits: 1);
                break;
            case WordKind.Numbered:
                AppendMasked(ref buffer, token, fewestDigits: WordShape.FewestMaskedDigits);
                break;
            case WordKind.Pointer or WordKind.Random:
                buffer.Append(Placeholder.Id);
                break;
            default:
                buffer.AppendIdentifier(token);
                break;
        }

        return word.End;
    }

    /// <summary>Writes a word with a placeholder for each long number in it.</summary>
    private static void AppendMasked(ref TemplateBuffer buffer, ReadOnlySpan<char> token, int fewestDigits)
    {
        for (var i = 0; i < token.Length;)
        {
            var digits = WordShape.DigitsAt(token, i);
            if (digits >= fewestDigits)
            {
                buffer.Append(Placeholder.Number);
                i += digits;
                continue;
            }

            var next = i + Math.Max(1, digits);
            buffer.Append(token[i..next]);
            i = next;
        }
    }

    private int ReadNumber(ref TemplateBuffer buffer, Word word, int end)
    {
        var mail = SpecialForms.MailStatusLength(_text[..end], word);
        var isCode = words.IsBehind(buffer.Text) || IsListed(buffer, word);
        if (mail > 0 && (isCode || SpecialForms.FollowsMailReply(_text, word.Start)))
        {
            buffer.AppendCode(_text.Slice(word.Start, mail));
            return word.Start + mail;
        }

        if (isCode || IsNamedBehind(word, end))
        {
            buffer.AppendCode(_text.Slice(word.Start, word.Length));
            return word.End;
        }

        var i = word.End;
        while (i + 1 < end && _text[i] is '.' or ',' && char.IsAsciiDigit(_text[i + 1]) && Word.At(_text[..end], i + 1) is var part && !_text.Slice(part.Start, part.Length).ContainsAnyExceptInRange('0', '9'))
        {
            i = part.End;
        }

        buffer.Append(Placeholder.Number);
        return i;
    }

    /// <summary>Whether a number goes on with a list of codes, <c>errors 31034, 31044</c>, or is the status behind a protocol, <c>HTTP/1.1 500</c>.</summary>
    private static bool IsListed(TemplateBuffer buffer, Word word)
    {
        if (word.Length < FewestListedDigits || buffer.CodeEnd == 0 || !char.IsAsciiDigit(buffer.Text[buffer.CodeEnd - 1]))
        {
            return false;
        }

        var between = buffer.Text[buffer.CodeEnd..];
        return between.IsEmpty ? !buffer.IsGlued && buffer.Text[..^1].TrimEnd("0123456789.").EndsWith("HTTP/", StringComparison.Ordinal) : between.Length <= 2 && !between.ContainsAnyExcept(ListSigns);
    }

    /// <summary>Whether what stands behind a number makes it a code: <c>31003 error</c>, <c>404 Not Found</c>, <c>550 5.7.1</c>.</summary>
    private bool IsNamedBehind(Word word, int end)
    {
        var next = word.End;
        var isClosed = next < end && _text[next] == ')';
        next += isClosed ? 1 : 0;
        if (next + 1 >= end || _text[next] is not (' ' or '-') || word.Length is < FewestListedDigits or > 5)
        {
            return false;
        }

        var behind = Word.At(_text[..end], next + 1);
        if (behind.Length == 0)
        {
            return false;
        }

        var first = _text[word.Start];
        return (_text[next] == ' ' && !isClosed && CodeWords.IsAhead(_text.Slice(behind.Start, behind.Length)))
            || (word.Length == 3 && first is '4' or '5' && _text[next] == ' ' && char.IsUpper(_text[behind.Start]))
            || (word.Length == 3 && first is '2' or '4' or '5' && SpecialForms.MailStatusLength(_text[..end], behind) > 0);
    }

    /// <summary>Where a script without blanks begins: what stands before it is whole there.</summary>
    private int IdeographAt(int start, int end)
    {
        var last = Math.Min(end, start + MostWordChars);
        for (var i = start; i < last; i++)
        {
            if (TemplateChars.IsIdeograph(_text[i]))
            {
                return i;
            }
        }

        return last;
    }

    private int NegativeResultLength(int start, int end)
    {
        var word = Word.At(_text[..end], start);
        return word.Length is 9 or 10 && !_text.Slice(word.Start, word.Length).ContainsAnyExceptInRange('0', '9') && HexCode.FromNegative(_text.Slice(word.Start, word.Length)) is not null
            ? word.Length
            : 0;
    }
}
