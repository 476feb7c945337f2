namespace KbApi.Cli.LanguageServer.Rpc;

/// <summary>
/// Halves of surrogate pairs that stand alone in JSON, as <c>\ud83d</c>: an editor may have them and JavaScript sends them, but no text can. Each becomes
/// U+FFFD, which is one UTF-16 code unit too, so that all places stay what they are.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Replaces them in place.</summary>
    public static void Replace(Span<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        for (var i = json.IndexOf((byte)'\\'); i >= 0 && i < json.Length - 1;)
        {
            var length = 2;
            if (UnitAt(json, i) is { } unit)
            {
                length = EscapeLength;
                if (char.IsHighSurrogate(unit) && UnitAt(json, i + EscapeLength) is { } next && char.IsLowSurrogate(next))
                {
                    length = 2 * EscapeLength;
                }
                else if (char.IsSurrogate(unit))
                {
                    "\\ufffd"u8.CopyTo(json[i..]);
                }
            }

            i = Math.Min(json.Length, i + length);
            var rest = json[i..].IndexOf((byte)'\\');
            i = rest < 0 ? -1 : i + rest;
        }
    }

    /// <summary>The code unit that is escaped at an index, or null.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int index)
    {
        if (json.Length - index < EscapeLength || json[index] != '\\' || json[index + 1] != 'u')
        {
            return null;
        }

        return System.Buffers.Text.Utf8Parser.TryParse(json.Slice(index + 2, 4), out ushort value, out var consumed, 'x') && consumed == 4 ? (char)value : null;
    }
}
