using System.Globalization;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Quantities;

/// <summary>Reads the ports behind a word such as <c>TCP</c> or <c>port</c>: one, a range, or several.</summary>
internal static class PortReader
{
    private const int MaxPort = 65535;

    public static (IReadOnlyList<Constraint> Constraints, int End)? TryRead(InlineText text, int start, QuantityWords words)
    {
        var content = text.Text.AsSpan();
        var length = words.Ports.LongestAt(content, start);
        if (length == 0)
        {
            return null;
        }

        var word = content.Slice(start, length);
        var protocol = word.Equals("tcp", StringComparison.OrdinalIgnoreCase) ? "tcp" : word.Equals("udp", StringComparison.OrdinalIgnoreCase) ? "udp" : "port";
        var ports = new List<Constraint>();
        var begin = start;
        var position = start + length;
        while (PortAt(content, position) is { } port)
        {
            var range = RangeEnd(content, port.End);
            var end = range?.End ?? port.End;
            ports.Add(new Constraint(
                ConstraintKind.Port, new Quantity(port.Number, protocol), ConstraintBound.Exact,
                content[begin..end].ToString(), text.ToSource(begin, end - begin))
            {
                To = range?.Number,
            });
            begin = SkipSeparator(content, end);
            position = begin;
        }

        return ports.Count > 0 ? (ports, position) : null;
    }

    private static (int Number, int End)? PortAt(ReadOnlySpan<char> text, int start)
    {
        var digits = start;
        while (digits < text.Length && text[digits] is ' ' or '\u00A0' or ':')
        {
            digits++;
        }

        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var isNumber = end > digits && end - digits <= 5 && (end == text.Length || !char.IsLetterOrDigit(text[end]));
        return isNumber && int.Parse(text[digits..end], NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and <= MaxPort and var port ? (port, end) : null;
    }

    private static (int Number, int End)? RangeEnd(ReadOnlySpan<char> text, int start) =>
        start + 1 < text.Length && text[start] is '-' or '\u2013' ? PortAt(text, start + 1) : null;

    /// <summary>The place behind a comma between ports; the same place where there is none, which ends the list.</summary>
    private static int SkipSeparator(ReadOnlySpan<char> text, int start) =>
        start + 2 < text.Length && text[start] == ',' && text[start + 1] == ' ' && char.IsAsciiDigit(text[start + 2]) ? start + 2 : start;
}
