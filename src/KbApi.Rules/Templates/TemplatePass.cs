using KbApi.Content.Codes;

namespace KbApi.Rules.Templates;

/// <summary>One pass over a message, from left to right.</summary>
internal readonly ref partial struct TemplatePass(ReadOnlySpan<char> text, CodeWords words, WordShape shapes)
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
}
