using System.Text;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Tells the encoding of a log from its first bytes.</summary>
internal static class LogEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>The encoding and the length of the byte order mark; null for what is no text.</summary>
    public static (Encoding Encoding, int Preamble)? Detect(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => null,
        [0xFF, 0xFE, ..] => (Utf16, 2),
        [0xFE, 0xFF, ..] => (Utf16BigEndian, 2),
        _ when !start.Contains((byte)0) => (Utf8, 0),
        _ when IsUtf16(start, zeroAt: 1) => (Utf16, 0),
        _ when IsUtf16(start, zeroAt: 0) => (Utf16BigEndian, 0),
        _ => null,
    };

    /// <summary>Whether most characters are of Latin script, so that every other byte is zero.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> start, int zeroAt)
    {
        var (zeros, others) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            zeros += start[i + zeroAt] == 0 ? 1 : 0;
            others += start[i + 1 - zeroAt] == 0 ? 1 : 0;
        }

        return others == 0 && zeros * 10 >= start.Length / 2 * 7;
    }
}
