namespace KbApi.Rules.Syntax;

/// <summary>Compares words letter by letter.</summary>
internal static class Spelling
{
    /// <summary>Whether two words differ by one letter that is lost, added, changed or stands in its neighbour's place.</summary>
    public static bool IsOneLetterOff(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        var same = shorter.AsSpan().CommonPrefixLength(longer);
        var a = shorter.AsSpan(same);
        var b = longer.AsSpan(same);
        return (longer.Length - shorter.Length) switch
        {
            0 => a.Length > 0 && (a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]))),
            1 => a.SequenceEqual(b[1..]),
            _ => false,
        };
    }
}
