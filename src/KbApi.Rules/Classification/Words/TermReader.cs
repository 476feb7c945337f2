using KbApi.Rules.Classification.Signals;

namespace KbApi.Rules.Classification.Words;

/// <summary>Reads the words of a text one after the other in the form that they are compared in; of scripts without blanks, pairs of characters.</summary>
internal ref struct TermReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    public const int BufferLength = 40;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private int _next;
    private int _written;

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>The word in the form that it is compared in.</summary>
    public readonly ReadOnlySpan<char> Term => _buffer[.._written];

    public bool Next()
    {
        while (_next < _text.Length && (_text[_next] < CharKinds.Count ? CharKinds.Of(_text[_next]) == CharKind.Other : !char.IsLetterOrDigit(_text[_next])))
        {
            _next++;
        }

        if (_next >= _text.Length)
        {
            return false;
        }

        Start = _next;
        if (IsIdeographic(_text[Start]))
        {
            ReadPair();
        }
        else
        {
            ReadWord();
        }

        return true;
    }

    private static bool IsIdeographic(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\u0E00' and <= '\u0E7F');

    private void ReadPair()
    {
        var isPair = Start + 1 < _text.Length && IsIdeographic(_text[Start + 1]);
        Length = isPair ? 2 : 1;
        _buffer[0] = _text[Start];
        _buffer[1] = isPair ? _text[Start + 1] : default;
        _written = Length;
        _next = Start + 1;
    }

    private void ReadWord()
    {
        var i = Start;
        var isBehindSmall = false;
        _written = 0;
        while (i < _text.Length)
        {
            var c = _text[i];
            bool isCapital;
            if (c < CharKinds.Count)
            {
                var kind = CharKinds.Of(c);
                if (kind == CharKind.Other)
                {
                    break;
                }

                isCapital = kind == CharKind.Capital;
            }
            else if (!char.IsLetterOrDigit(c) || IsIdeographic(c))
            {
                break;
            }
            else
            {
                isCapital = char.IsUpper(c);
            }

            // A capital behind a small letter begins a word of a name.
            if (isCapital && isBehindSmall && i > Start + 1)
            {
                break;
            }

            if (_written < BufferLength)
            {
                _buffer[_written++] = c < CharKinds.Count ? (char)(isCapital ? c | 0x20 : c) : char.ToLowerInvariant(c);
            }

            isBehindSmall = c < CharKinds.Count ? CharKinds.Of(c) == CharKind.Small : char.IsLower(c);
            i++;
        }

        _next = i;
        Length = i - Start;
        _written = WordForm.Shorten(_buffer[.._written]);
    }
}
