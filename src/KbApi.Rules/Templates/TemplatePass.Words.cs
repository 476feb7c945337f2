using KbApi.Content.Codes;

namespace KbApi.Rules.Templates;

/// <content>Words, and what hangs together with them: addresses, paths, names.</content>
internal readonly ref partial struct TemplatePass
{
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
}
