namespace KbApi.Rules.Templates;

/// <summary>Knows dates and times by their digits and what stands between.</summary>
internal static class TimeShape
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The length of the date, the time, or both that begin at a place, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        var end = DateEnd(text, start);
        if (end > start)
        {
            return (end + 1 < text.Length && text[end] is 'T' or 't' && TimeEnd(text, end + 1) is > 0 and var timeEnd ? timeEnd : IsWordEnd(text, end) ? end : start) - start;
        }

        return Math.Max(0, TimeEnd(text, start) - start);
    }

    /// <summary>The length of a month, a day and a time as system logs write them, <c>Jan 31 10:15:00</c>, or 0.</summary>
    public static int SystemLogLengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start + 4 >= text.Length || text[start + 3] != ' ' || !(text[start + 4] == ' ' || char.IsAsciiDigit(text[start + 4])) || !IsMonth(text.Slice(start, 3)))
        {
            return 0;
        }

        var day = start + 3;
        while (day < text.Length && text[day] == ' ')
        {
            day++;
        }

        var time = DigitsEnd(text, day, 2);
        return time > day && time + 1 < text.Length && text[time] == ' ' ? Math.Max(0, TimeEnd(text, time + 1) - start) : 0;
    }

    private static bool IsMonth(ReadOnlySpan<char> word)
    {
        foreach (var month in Months)
        {
            if (word.SequenceEqual(month))
            {
                return true;
            }
        }

        return false;
    }

    private static int DateEnd(ReadOnlySpan<char> text, int start)
    {
        var first = DigitsEnd(text, start, 4);
        if (first == start || first + 1 >= text.Length || text[first] is not ('-' or '/' or '.'))
        {
            return 0;
        }

        var separator = text[first];
        var second = DigitsEnd(text, first + 1, 2);
        if (second == first + 1 || second + 1 >= text.Length || text[second] != separator)
        {
            return 0;
        }

        var third = DigitsEnd(text, second + 1, 4);
        var (a, b) = (first - start, third - second - 1);
        var isDate = (a == 4 && b is 1 or 2) || (a is 1 or 2 && b == 4) || (a is 1 or 2 && b == 2 && separator != '.');
        return isDate && a != 3 ? third : 0;
    }

    /// <summary>Where hours and minutes end, with seconds, a fraction, a zone and the half of the day where there are; 0 where there is no time.</summary>
    private static int TimeEnd(ReadOnlySpan<char> text, int start)
    {
        var end = DigitsEnd(text, start, 2);
        if (end == start || !IsPair(text, end))
        {
            return 0;
        }

        end += 3;
        if (IsPair(text, end))
        {
            end += 3;
            if (end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]))
            {
                end = DigitsEnd(text, end + 1, 9);
            }
        }

        end = ZoneEnd(text, end);
        return IsWordEnd(text, end) && !(end < text.Length && text[end] == ':') ? HalfEnd(text, end) : 0;
    }

    private static int ZoneEnd(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] is 'Z' or 'z')
        {
            return end + 1;
        }

        if (end + 2 < text.Length && text[end] is '+' or '-' && DigitsEnd(text, end + 1, 2) == end + 3)
        {
            var minutes = end + 3 < text.Length && text[end + 3] == ':' ? end + 4 : end + 3;
            return DigitsEnd(text, minutes, 2) is var zone && zone == minutes + 2 ? zone : end + 3;
        }

        return end;
    }

    private static int HalfEnd(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && text[end] == ' ' && text[end + 1] is 'A' or 'P' or 'a' or 'p' && text[end + 2] is 'M' or 'm' && IsWordEnd(text, end + 3) ? end + 3 : end;

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && !(at + 3 < text.Length && char.IsAsciiDigit(text[at + 3]));

    private static bool IsWordEnd(ReadOnlySpan<char> text, int at) => at >= text.Length || !TemplateChars.IsPart(text[at]);

    private static int DigitsEnd(ReadOnlySpan<char> text, int start, int most)
    {
        var end = start;
        while (end < text.Length && end - start < most && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end < text.Length && char.IsAsciiDigit(text[end]) ? start : end;
    }
}
