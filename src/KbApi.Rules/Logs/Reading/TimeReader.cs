namespace KbApi.Rules.Logs.Reading;

/// <summary>Reads the parts of a time from left to right.</summary>
internal ref struct TimeReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>How much has been read.</summary>
    public int Position { get; private set; }

    public bool Number(int mostDigits, out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (digits < mostDigits && Position < _text.Length && char.IsAsciiDigit(_text[Position]))
        {
            value = (value * 10) + _text[Position] - '0';
            digits++;
            Position++;
        }

        return digits > 0;
    }

    public bool Separator(scoped ReadOnlySpan<char> allowed, out char separator)
    {
        separator = Position < _text.Length ? _text[Position] : default;
        if (!allowed.Contains(separator))
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool Is(char c)
    {
        var isThere = Position < _text.Length && _text[Position] == c;
        Position += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>A time of day, behind a T, a comma or blanks, of 24 or of 12 hours.</summary>
    public bool Time(out TimeSpan timeOfDay, out bool hasHalf)
    {
        (timeOfDay, hasHalf) = (default, false);
        if (Position < _text.Length && _text[Position] is 'T' or 't' or ',')
        {
            Position++;
        }

        SkipBlanks();
        if (!Number(2, out var hours, out _) || !Separator(":.", out var separator) || !Number(2, out var minutes, out _))
        {
            return false;
        }

        var seconds = 0;
        var ticks = 0L;
        if (Is(separator) && (!Number(2, out seconds, out _) || !Fraction(out ticks)))
        {
            return false;
        }

        hours = Half(hours, out hasHalf);
        timeOfDay = new TimeSpan(0, hours, minutes, seconds) + TimeSpan.FromTicks(ticks);
        return hours <= 23 && minutes <= 59 && seconds <= 59;
    }

    /// <summary>Z, or the difference from UTC; null where there is none.</summary>
    public bool Zone(out TimeSpan? zone)
    {
        zone = null;
        var before = Position;
        if (Is('Z') || Is('z'))
        {
            zone = TimeSpan.Zero;
            return true;
        }

        SkipBlanks();
        if (!Separator("+-", out var sign) || !Number(2, out var hours, out var digits) || digits != 2)
        {
            Position = before;
            return true;
        }

        _ = Is(':');
        if (!Number(2, out var minutes, out _))
        {
            minutes = 0;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        if (offset > TimeSpan.FromHours(14) || minutes > 59)
        {
            return false;
        }

        zone = sign == '-' ? -offset : offset;
        return true;
    }

    private bool Fraction(out long ticks)
    {
        ticks = 0;
        if (Position + 1 >= _text.Length || _text[Position] is not ('.' or ',') || !char.IsAsciiDigit(_text[Position + 1]))
        {
            return true;
        }

        Position++;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (; Position < _text.Length && char.IsAsciiDigit(_text[Position]); Position++, unit /= 10)
        {
            ticks += (_text[Position] - '0') * unit;
        }

        return true;
    }

    private int Half(int hours, out bool hasHalf)
    {
        var before = Position;
        SkipBlanks();
        hasHalf = _text[Position..].StartsWith("AM", StringComparison.OrdinalIgnoreCase) || _text[Position..].StartsWith("PM", StringComparison.OrdinalIgnoreCase);
        if (!hasHalf || hours is < 1 or > 12)
        {
            Position = before;
            return hours;
        }

        var isAfternoon = _text[Position] is 'P' or 'p';
        Position += 2;
        return (hours % 12) + (isAfternoon ? 12 : 0);
    }

    private void SkipBlanks()
    {
        while (Position < _text.Length && char.IsWhiteSpace(_text[Position]) && _text[Position] is not ('\r' or '\n'))
        {
            Position++;
        }
    }
}
