using System.Globalization;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Quantities;

/// <summary>Reads the ports behind a word such as <c>TCP</c> or <c>port</c>: one, a range, or several.</summary>
internal static class PortReader
{
    private const int MaxPort = 65535;
    private const string Any = "port";

    public static (IReadOnlyList<Constraint> Constraints, int End)? TryRead(InlineText text, int start, QuantityWords words)
    {
        var content = text.Text.AsSpan();
        if (ProtocolAt(content, start, words) is not { } protocol)
        {
            return null;
        }

        var ports = new List<Constraint>();
        var begin = start;
        for (int? position = protocol.End; position is { } at && PortAt(content, at) is { } port;)
        {
            var range = RangeEnd(content, port.End);
            var end = range?.End ?? port.End;
            ports.Add(new Constraint(
                ConstraintKind.Port, new Quantity(port.Number, protocol.Name), ConstraintBound.Exact,
                content[begin..end].ToString(), text.ToSource(begin, end - begin))
            {
                To = range?.Number,
            });
            position = BehindComma(content, end);
            begin = position ?? end;
        }

        return ports.Count > 0 ? (ports, begin) : null;
    }

    /// <summary>The protocol that words before a port name, as in <c>TCP 443</c>, <c>port 443</c> and <c>TCP port 443</c>.</summary>
    private static (string Name, int End)? ProtocolAt(ReadOnlySpan<char> text, int start, QuantityWords words)
    {
        string? name = null;
        var end = start;
        for (var next = start; words.Ports.LongestAt(text, next) is > 0 and var length;)
        {
            var word = text.Slice(next, length);
            name = word.Equals("tcp", StringComparison.OrdinalIgnoreCase) ? "tcp" : word.Equals("udp", StringComparison.OrdinalIgnoreCase) ? "udp" : name ?? Any;
            end = next + length;
            next = end + (end < text.Length && text[end] is ' ' or '-' ? 1 : 0);
        }

        return name is null ? null : (name, end);
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

    /// <summary>The place behind a comma before another port, or null.</summary>
    private static int? BehindComma(ReadOnlySpan<char> text, int start) =>
        start + 2 < text.Length && text[start] == ',' && text[start + 1] == ' ' && char.IsAsciiDigit(text[start + 2]) ? start + 2 : null;
}
