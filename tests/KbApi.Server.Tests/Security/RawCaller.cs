using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KbApi.Server.Tests.Security;

/// <summary>Sends bytes that no client would send, and reads what comes back until the server has no more to say.</summary>
internal static class RawCaller
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends a request and leaves the connection open, as somebody does who has more to say but does not. Null where the connection is closed without an answer.</summary>
    public static async Task<HttpResponseMessage?> SendAsync(Uri server, byte[] request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        await using var stream = client.GetStream();
        var head = new StringBuilder();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, patience.Token) > 0)
            {
                head.Append((char)one[0]);
            }
        }
        catch (IOException) when (head.Length == 0)
        {
            // Closed before all was sent: an answer too, if not a polite one.
            return null;
        }

        return await ParseAsync(head.ToString(), request.AsSpan().StartsWith("HEAD "u8), stream, patience.Token);
    }

    public static Task<HttpResponseMessage?> SendAsync(Uri server, string request) => SendAsync(server, Encoding.Latin1.GetBytes(request));

    private static async Task<HttpResponseMessage?> ParseAsync(string head, bool isHead, NetworkStream stream, CancellationToken cancellation)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            return null;
        }

        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture));
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).Where(p => p.Length == 2).ToList();
        string? HeaderOf(string name) => headers.FirstOrDefault(h => h[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];
        response.Content = new ByteArrayContent(
            isHead || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified ? []
            : HeaderOf("Content-Length") is { } length ? await ReadAsync(stream, int.Parse(length, CultureInfo.InvariantCulture), cancellation)
            : HeaderOf("Transfer-Encoding") is not null ? await ReadChunksAsync(stream, cancellation)
            : await ReadToEndAsync(stream, cancellation));
        foreach (var header in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header[0], header[1]))
            {
                response.Content.Headers.TryAddWithoutValidation(header[0], header[1]);
            }
        }

        return response;
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, int length, CancellationToken cancellation)
    {
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellation);
        return body;
    }

    private static async Task<byte[]> ReadToEndAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, cancellation);
        return all.ToArray();
    }

    private static async Task<byte[]> ReadChunksAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        while (true)
        {
            var line = new StringBuilder();
            while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
            {
                line.Append((char)(await ReadAsync(stream, 1, cancellation))[0]);
            }

            var size = int.Parse(line.ToString().Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            all.Write((await ReadAsync(stream, size + 2, cancellation)).AsSpan(0, size));
            if (size == 0)
            {
                return all.ToArray();
            }
        }
    }
}
