using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace KbApi.Server.Http;

/// <summary>Makes texts smaller on their way to clients that read them so.</summary>
internal static class ContentCoding
{
    private const string Brotli = "br";
    private const string GZip = "gzip";

    /// <summary>The coding that the client reads and that makes texts smallest; null where it reads none of ours.</summary>
    public static string? Choose(HttpRequest request)
    {
        return !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted) ? null
            : Accepts(Brotli) ? Brotli
            : Accepts(GZip) ? GZip
            : null;

        bool Accepts(string coding) => accepted.Any(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && a.Quality != 0);
    }

    /// <summary>A body in a coding that <see cref="Choose"/> named.</summary>
    public static byte[] Encode(byte[] body, string coding, CompressionLevel level)
    {
        using var encoded = new MemoryStream();
        using (Stream encoder = coding == Brotli ? new BrotliStream(encoded, level, leaveOpen: true) : new GZipStream(encoded, level, leaveOpen: true))
        {
            encoder.Write(body);
        }

        return encoded.ToArray();
    }
}
