using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;

namespace KbApi.Content.Loading;

/// <summary>Decodes files strictly: what is no text is a diagnostic, never a text with replacement characters.</summary>
internal static class TextDecoder
{
    private const int BinaryProbe = 8000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The text, or what is wrong with the file.</summary>
    public static (SourceText? Text, Diagnostic? Problem) Decode(byte[] bytes, string path)
    {
        var (encoding, preamble) = EncodingOf(bytes);
        var isUtf8 = ReferenceEquals(encoding, StrictUtf8);
        if (isUtf8 && bytes.AsSpan(0, Math.Min(bytes.Length, BinaryProbe)).Contains((byte)0))
        {
            return (null, Diagnostic.Create(ReadingDiagnostics.Binary, Location.OfFile(path)));
        }

        string content;
        try
        {
            content = encoding.GetString(bytes, preamble, bytes.Length - preamble);
        }
        catch (DecoderFallbackException e)
        {
            return (null, Diagnostic.Create(ReadingDiagnostics.InvalidEncoding, Location.OfFile(path), encoding.WebName, preamble + e.Index));
        }

        // UTF-32 begins like UTF-16 and then has a zero in every character.
        if (!isUtf8 && content.AsSpan(0, Math.Min(content.Length, BinaryProbe)).Contains('\0'))
        {
            return (null, Diagnostic.Create(ReadingDiagnostics.Binary, Location.OfFile(path)));
        }

        return string.IsNullOrWhiteSpace(content)
            ? (null, Diagnostic.Create(ReadingDiagnostics.Empty, Location.OfFile(path)))
            : (SourceText.Create(content, path, bytes), null);
    }

    private static (Encoding Encoding, int Preamble) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        [0xFF, 0xFE, ..] => (StrictUtf16, 2),
        [0xFE, 0xFF, ..] => (StrictUtf16BigEndian, 2),
        _ => (StrictUtf8, 0),
    };
}
