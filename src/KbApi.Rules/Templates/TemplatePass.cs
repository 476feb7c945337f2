using KbApi.Content.Codes;

namespace KbApi.Rules.Templates;

/// <summary>One pass over a message, from left to right.</summary>
internal readonly ref struct TemplatePass(ReadOnlySpan<char> text, CodeWords words, WordShape shapes)
{
    private const int MostDepth = 3;
    private const int MostWordChars = 64;
    private const int MostAlike = 3;
    private const int FewestListedDigits = 3;
    private const string ListSigns = ",;/& ";

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Writes the template of what stands between the bounds.</summary>
    public void Read(ref TemplateBuffer buffer, int start, int end, int depth)
    {
        for (var i = start; i < end && !buffer.IsFull;)
        {
            var c = _text[i];
            if (TemplateChars.IsBlank(c))
            {
                buffer.Blank();
                i++;
            }
            else if (TemplateChars.IsPart(c))
            {
                i = ReadWord(ref buffer, i, end);
            }
            else
            {
                i = ReadSign(ref buffer, i, end, depth);
            }
        }
    }

    private int ReadSign(ref TemplateBuffer buffer, int i, int end, int depth)
    {
        var c = _text[i];
        if (c == '<' && Placeholder.LengthAt(_text[..end], i) is > 0 and var length)
        {
            return ReadPlaceholder(ref buffer, i, length);
        }

        if (c == '[' && Placeholder.OfRedactionAt(_text[..end], i) is { Length: > 0 } redaction)
        {
            buffer.Append(redaction.Text);
            return i + redaction.Length;
        }

        if (depth < MostDepth && Quotation.ClosingAt(_text, i, end) is > 0 and var closing)
        {
            return ReadQuotation(ref buffer, i, closing, depth);
        }

        if (c is '/' or '\\' or '~' or ':' && IsBeginning(i) && ReadChunk(ref buffer, i, end) is var chunkEnd && chunkEnd > i)
        {
            return chunkEnd;
        }

        if (c == '-' && (i == 0 || !Word.IsPart(_text[i - 1])) && NegativeResultLength(i + 1, end) is > 0 and var digits)
        {
            buffer.AppendCode(_text.Slice(i, digits + 1));
            return i + digits + 1;
        }

        if (TemplateChars.IsUnseen(c))
        {
            return i + 1;
        }

        // A line of signs is as good as three.
        if (!(buffer.IsGlued && buffer.Length >= MostAlike && buffer.Text[^1] == c && buffer.Text[^2] == c && buffer.Text[^3] == c))
        {
            buffer.Append(_text.Slice(i, 1));
        }

        return i + 1;
    }

    private int ReadPlaceholder(ref TemplateBuffer buffer, int i, int length)
    {
        var placeholder = _text.Slice(i, length);
        if (placeholder.SequenceEqual(Placeholder.Time))
        {
            buffer.AppendTime();
        }
        else if (placeholder.SequenceEqual(Placeholder.Any))
        {
            buffer.AppendIdentifier(placeholder);
        }
        else
        {
            buffer.Append(placeholder);
        }

        return i + length;
    }

    /// <summary>Masks what stands between quotes where it is short and nothing in it has a meaning; the name of a member, with a colon behind it, has one.</summary>
    private int ReadQuotation(ref TemplateBuffer buffer, int open, int closing, int depth)
    {
        buffer.Append(_text.Slice(open, 1));
        var (start, identifiers, meanings, codeEnd) = (buffer.Length, buffer.Identifiers.Length, buffer.Meanings, buffer.CodeEnd);
        Read(ref buffer, open + 1, closing, depth + 1);
        if (buffer.IsFull)
        {
            return closing;
        }

        var quoted = buffer.Text[start..];
        var isName = closing + 1 < _text.Length && _text[closing + 1] == ':';
        if (!isName && buffer.Meanings == meanings && !quoted.IsEmpty && Quotation.IsShort(quoted) && !StateWords.AreIn(quoted))
        {
            buffer.Rewind(start, identifiers, codeEnd);
            buffer.Append(Placeholder.Value);
        }

        if (closing > open + 1 && TemplateChars.IsBlank(_text[closing - 1]))
        {
            // Blanks before the closing quote are none.
            buffer.Unblank();
        }

        buffer.Append(_text.Slice(closing, 1));
        return closing + 1;
    }

    private int ReadWord(ref TemplateBuffer buffer, int i, int end)
    {
        var hasDigit = false;
        var wordEnd = i;
        for (; wordEnd < end && TemplateChars.IsPart(_text[wordEnd]); wordEnd++)
        {
            hasDigit |= char.IsDigit(_text[wordEnd]);
        }

        // What hangs together with a placeholder has been read before: only codes are still looked for.
        var isGlued = Placeholder.EndsAt(_text, i) || Placeholder.LengthAt(_text[..end], wordEnd) > 0;
        if (!isGlued && IsBeginning(i) && ReadChunk(ref buffer, i, end) is var chunkEnd && chunkEnd > i)
        {
            return chunkEnd;
        }

        if (hasDigit || IsPrefix(i, wordEnd, end))
        {
            return isGlued ? ReadGlued(ref buffer, new Word(i, wordEnd - i), end) : ReadDigits(ref buffer, new Word(i, wordEnd - i), end);
        }

        if (!isGlued && wordEnd - i == 3 && TimeShape.SystemLogLengthAt(_text[..end], i) is > 0 and var time)
        {
            buffer.AppendTime();
            return i + time;
        }

        var word = _text[i..wordEnd];
        if (word.Equals("HTTP", StringComparison.Ordinal) && ProtocolEnd(wordEnd, end) is var protocolEnd && protocolEnd > wordEnd)
        {
            // A status may follow.
            buffer.AppendCode(_text[i..protocolEnd]);
            return protocolEnd;
        }

        // Names and constants are codes of their own.
        if (Word.IsSymbol(word) || Word.IsConstant(word))
        {
            buffer.CountMeaning();
        }

        return AppendWord(ref buffer, i, wordEnd);
    }

    /// <summary>Whether letters are the beginning of a code that goes on behind a hyphen, as in <c>ORA-01017</c>.</summary>
    private bool IsPrefix(int start, int wordEnd, int end) =>
        wordEnd + 1 < end && _text[wordEnd] == '-' && char.IsAsciiDigit(_text[wordEnd + 1])
        && shapes.Of(_text[..IdeographAt(wordEnd, end)], new Word(start, wordEnd - start)).Kind == WordKind.Code;

    /// <summary>Where the version behind the name of a protocol ends: <c>HTTP/1.1</c>.</summary>
    private int ProtocolEnd(int i, int end)
    {
        if (i + 1 >= end || _text[i] != '/' || !char.IsAsciiDigit(_text[i + 1]))
        {
            return i;
        }

        i += 2;
        return i + 1 < end && _text[i] == '.' && char.IsAsciiDigit(_text[i + 1]) ? i + 2 : i;
    }

    /// <summary>Writes a word as it is; a very long one piece by piece, so that it does not take all there is for itself.</summary>
    private int AppendWord(ref TemplateBuffer buffer, int start, int end)
    {
        var pieceEnd = Math.Min(end, start + MostWordChars);
        buffer.Append(_text[start..pieceEnd]);
        return pieceEnd;
    }

    /// <summary>Whether a value may begin at a place: nothing that it could hang together with stands before it.</summary>
    private bool IsBeginning(int i) => i == 0 || !(TemplateChars.IsPart(_text[i - 1]) || Placeholder.EndsAt(_text, i));

    private int ReadChunk(ref TemplateBuffer buffer, int i, int end)
    {
        var chunkEnd = TemplateChars.ChunkEnd(_text, i, end);
        if (chunkEnd - i < 3 || (chunkEnd < end && Placeholder.LengthAt(_text[..end], NextSign(chunkEnd, end)) > 0))
        {
            return i;
        }

        var (placeholder, length) = ChunkShape.Of(_text, i, chunkEnd, end);
        if (length == 0)
        {
            return i;
        }

        if (placeholder == Placeholder.Time)
        {
            buffer.AppendTime();
        }
        else
        {
            buffer.Append(placeholder);
        }

        return i + length;
    }

    /// <summary>Behind punctuation that a run was cut by.</summary>
    private int NextSign(int i, int end)
    {
        while (i < end && _text[i] is '.' or ':' or '!' or '?')
        {
            i++;
        }

        return i;
    }

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
