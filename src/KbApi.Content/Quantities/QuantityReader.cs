using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Quantities;

/// <summary>Finds quantities with units that a text states: times, counts in a time, lengths, sizes and ports.</summary>
internal sealed class QuantityReader(Lexicon lexicon)
{
    /// <summary>How far before a number its bounding phrase may end: an adjective or a preposition fits between.</summary>
    private const int MaxWordsToBound = 1;

    private static readonly HashSet<string> TimeUnits = new(StringComparer.Ordinal) { "ms", "s", "min", "h", "d", "wk", "mo", "a" };
    private static readonly HashSet<string> SizeUnits = new(StringComparer.Ordinal) { "B", "kB", "MB", "GB" };

    private readonly QuantityWords _words = lexicon.Quantities;

    /// <summary>Adds the quantities of a text to those that were found before.</summary>
    public void Read(InlineText text, ImmutableArray<Constraint>.Builder found)
    {
        var content = text.Text.AsSpan();
        var kinds = text.KindsIn(lexicon);
        var hasPort = kinds.Has(_words.Ports);
        var hasUnit = kinds.Has(_words.UnitWords);
        var at = content.IndexOfAnyInRange('0', '9');
        if (at >= 0 || hasUnit)
        {
            // Without a word for a unit or a port, only a unit that is written together with digits can follow.
            ReadFrom(text, hasPort || hasUnit ? 0 : at, hasPort, onlyDigits: !hasPort && !hasUnit, found);
        }
    }

    private void ReadFrom(InlineText text, int start, bool hasPort, bool onlyDigits, ImmutableArray<Constraint>.Builder found)
    {
        var content = text.Text.AsSpan();
        for (var i = start; i < content.Length; i++)
        {
            if (onlyDigits && !char.IsAsciiDigit(content[i]))
            {
                var next = content[i..].IndexOfAnyInRange('0', '9');
                if (next < 0)
                {
                    break;
                }

                i += next;
            }

            if (!(hasPort ? char.IsLetterOrDigit(content[i]) : _words.NumberStarts.Contains(content[i])) || (i > 0 && (char.IsLetterOrDigit(content[i - 1]) || content[i - 1] is '_' or '.' or ':')))
            {
                continue;
            }

            if (hasPort && PortReader.TryRead(text, i, _words) is { } ports)
            {
                found.AddRange(ports.Constraints);
                i = ports.End - 1;
            }
            else if (NumberToken.TryRead(content, i, _words) is { } number && TryReadQuantity(text, number, out var constraint, out var end))
            {
                found.Add(constraint);
                i = end - 1;
            }
        }
    }

    private bool TryReadQuantity(InlineText text, NumberToken number, out Constraint constraint, out int end)
    {
        constraint = null!;
        end = number.End;
        var content = text.Text.AsSpan();
        if (UnitAt(content, number.End) is not { } unit)
        {
            return false;
        }

        var (bound, isEvery, start) = BoundBefore(content, number.Start);
        if (!isEvery && IsIdiom(content, number, unit.Code, content[unit.Start..unit.End], isBound: start < number.Start))
        {
            return false;
        }

        end = unit.End;
        Quantity? per = null;
        if (unit.Code == "times" && PerAt(content, unit.End) is { } time)
        {
            per = time.Quantity;
            end = time.End;
        }

        var kind = isEvery && TimeUnits.Contains(unit.Code) ? ConstraintKind.Interval : KindOf(unit.Code);
        constraint = new Constraint(
            kind, new Quantity(number.Value, unit.Code), bound, content[start..end].ToString(), text.ToSource(start, end - start))
        {
            Per = per,
        };
        return true;
    }

    /// <summary>Whether the words state no amount: "the fifth minute", "one time", "a second attempt", "in a day".</summary>
    private bool IsIdiom(ReadOnlySpan<char> text, NumberToken number, string unit, ReadOnlySpan<char> unitWord, bool isBound)
    {
        if (number.IsOrdinal || !number.IsWord || number.Value != 1)
        {
            return number.IsOrdinal;
        }

        var isArticle = number.End - number.Start == 1;
        var isOrdinal = _words.OrdinalLookup.ContainsKey(unitWord);
        return unit is "times" or "characters"
            || (!isBound && ((isArticle && isOrdinal) || _words.Per.LongestEndingAt(text, text[..number.Start].TrimEnd().Length) > 0));
    }

    private static ConstraintKind KindOf(string unit) =>
        TimeUnits.Contains(unit) ? ConstraintKind.Duration
        : SizeUnits.Contains(unit) ? ConstraintKind.Size
        : unit == "characters" ? ConstraintKind.Length
        : ConstraintKind.Rate;

    private (string Code, int Start, int End)? UnitAt(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\u00A0' or '-')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end > start && _words.UnitLookup.TryGetValue(text[start..end], out var unit)
            ? (unit, start, end)
            : null;
    }

    /// <summary>The length of time behind a count, as in <c>5 times in one hour</c>.</summary>
    private (Quantity Quantity, int End)? PerAt(ReadOnlySpan<char> text, int start)
    {
        start = SkipBlanks(text, start);
        var length = start < text.Length ? _words.Per.LongestAt(text, start) : 0;
        var next = SkipBlanks(text, start + length);
        if (length == 0 || next >= text.Length || NumberToken.TryRead(text, next, _words) is not { } number
            || UnitAt(text, number.End) is not { } unit || !TimeUnits.Contains(unit.Code))
        {
            return null;
        }

        return (new Quantity(number.Value, unit.Code), unit.End);
    }

    private (ConstraintBound Bound, bool IsEvery, int Start) BoundBefore(ReadOnlySpan<char> text, int numberStart)
    {
        var end = text[..numberStart].TrimEnd(" \u00A0.").Length;
        for (var words = 0; words <= MaxWordsToBound && end > 0 && text[end - 1] is not ('.' or ';' or ':' or '!' or '?'); words++)
        {
            if (BoundEndingAt(text, end) is { } found)
            {
                var bound = found.Bound switch
                {
                    QuantityBound.AtMost => ConstraintBound.AtMost,
                    QuantityBound.AtLeast => ConstraintBound.AtLeast,
                    _ => ConstraintBound.Exact,
                };
                return (bound, found.Bound == QuantityBound.Every, end - found.Length);
            }

            var word = text[..end].LastIndexOf(' ');
            end = word < 0 ? 0 : text[..word].TrimEnd().Length;
        }

        return (ConstraintBound.Exact, false, numberStart);
    }

    /// <summary>The longest phrase that ends at a place: "no more than" is not "more than".</summary>
    private (QuantityBound Bound, int Length)? BoundEndingAt(ReadOnlySpan<char> text, int end)
    {
        (QuantityBound Bound, int Length)? longest = null;
        foreach (var (bound, phrases) in _words.Bounds)
        {
            var length = phrases.LongestEndingAt(text, end);
            if (length > (longest?.Length ?? 0))
            {
                longest = (bound, length);
            }
        }

        return longest;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\u00A0' or '\n')
        {
            start++;
        }

        return start;
    }
}
