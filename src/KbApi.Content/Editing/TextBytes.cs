using System.Text;

namespace KbApi.Content.Editing;

/// <summary>Text to bytes as the file had them: its encoding, and its byte order mark where it had one.</summary>
public static class TextBytes
{
    /// <summary>The encoding that a file's first bytes tell; without a byte order mark, UTF-8.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    /// <summary>The text in an encoding, behind the encoding's byte order mark where it has one.</summary>
    public static byte[] Encode(string text, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }
}
