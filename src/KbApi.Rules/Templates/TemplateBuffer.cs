namespace KbApi.Rules.Templates;

/// <summary>The template that is being written: bounded, with one blank for all blanks in a row, and with what a quotation needs to be taken back.</summary>
internal ref struct TemplateBuffer(Span<char> chars, Span<Range> identifiers)
{
    private const char Ellipsis = '\u2026';
    private const int CharsOfEnd = 2;

    private readonly Span<char> _chars = chars;
    private readonly Span<Range> _identifiers = identifiers;
    private int _identifierCount;
    private bool _isBlankPending;

    public int Length { get; private set; }

    /// <summary>Whether there is no room for more.</summary>
    public bool IsFull { get; private set; }

    /// <summary>How much of what was written has a meaning that no value has: codes, names, and words for states.</summary>
    public int Meanings { get; private set; }

    /// <summary>Where the last code ends.</summary>
    public int CodeEnd { get; private set; }

    /// <summary>Whether a placeholder hangs together with something else, so that a second look may see what the first did not.</summary>
    public bool IsRagged { get; private set; }

    public readonly ReadOnlySpan<char> Text => _chars[..Length];

    public readonly ReadOnlySpan<Range> Identifiers => _identifiers[.._identifierCount];

    /// <summary>Whether what comes next follows the last character at once.</summary>
    public readonly bool IsGlued => !_isBlankPending && Length > 0;

    public void Blank() => _isBlankPending = true;

    public void Unblank() => _isBlankPending = false;

    public void Append(scoped ReadOnlySpan<char> token)
    {
        var blanks = _isBlankPending && Length > 0 ? 1 : 0;
        if (IsFull || Length + blanks + token.Length > _chars.Length - CharsOfEnd)
        {
            End();
            return;
        }

        IsRagged |= blanks == 0 && Length > 0 && (token[0] == '<' || _chars[Length - 1] == '>');
        _isBlankPending = false;
        if (blanks > 0)
        {
            _chars[Length++] = ' ';
        }

        token.CopyTo(_chars[Length..]);
        Length += token.Length;
    }

    public void AppendCode(scoped ReadOnlySpan<char> code)
    {
        Append(code);
        Meanings++;
        CodeEnd = Length;
    }

    public void AppendIdentifier(scoped ReadOnlySpan<char> word)
    {
        Append(word);
        if (!IsFull && _identifierCount < _identifiers.Length)
        {
            _identifiers[_identifierCount++] = (Length - word.Length)..Length;
        }
    }

    /// <summary>Several times in a row are one.</summary>
    public void AppendTime()
    {
        if (Text.EndsWith(Placeholder.Time, StringComparison.Ordinal))
        {
            _isBlankPending = false;
            return;
        }

        Append(Placeholder.Time);
    }

    public void CountMeaning() => Meanings++;

    /// <summary>Begins anew.</summary>
    public void Clear() => (Length, _identifierCount, CodeEnd, Meanings, IsFull, _isBlankPending) = (0, 0, 0, 0, false, false);

    /// <summary>Takes back what was written behind a place.</summary>
    public void Rewind(int length, int identifiers, int codeEnd)
    {
        Length = length;
        _identifierCount = identifiers;
        CodeEnd = codeEnd;
        _isBlankPending = false;
    }

    private void End()
    {
        if (!IsFull)
        {
            IsFull = true;
            if (Length > 0)
            {
                _chars[Length++] = ' ';
            }

            _chars[Length++] = Ellipsis;
        }
    }
}
