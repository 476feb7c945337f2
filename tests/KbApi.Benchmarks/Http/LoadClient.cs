using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace KbApi.Benchmarks.Http;

/// <summary>Sends requests over some connections that stay open, each after the answer to the one before. Hardly reads answers, so that it costs little.</summary>
internal static class LoadClient
{
    /// <summary>How many requests are under way at a time.</summary>
    public const int Connections = 8;

    private static ReadOnlySpan<byte> LengthHeader => "Content-Length: "u8;

    /// <summary>Sends as many requests as asked for, taking the given ones in turn.</summary>
    public static void Run(int port, IReadOnlyList<byte[]> requests, int count, string status)
    {
        var next = -1;
        var expected = Encoding.ASCII.GetBytes("HTTP/1.1 " + status);
        Parallel.For(0, Connections, new ParallelOptions { MaxDegreeOfParallelism = Connections }, _ =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect("127.0.0.1", port);
            var buffer = new byte[1024 * 1024];
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                socket.Send(requests[i % requests.Count]);
                Receive(socket, buffer, expected);
            }
        });
    }

    /// <summary>A request as bytes.</summary>
    public static byte[] Get(string target, string? tag = null) => Encoding.ASCII.GetBytes(
        $"GET {target} HTTP/1.1\r\nHost: kb.example\r\nAccept: application/json\r\n{(tag is null ? "" : $"If-None-Match: {tag}\r\n")}\r\n");

    private static void Receive(Socket socket, byte[] buffer, byte[] expected)
    {
        var length = 0;
        while (true)
        {
            length += socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            var answer = buffer.AsSpan(0, length);
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                continue;
            }

            if (!answer.StartsWith(expected))
            {
                throw new InvalidOperationException(Encoding.ASCII.GetString(answer[..end]));
            }

            var header = answer[..end].IndexOf(LengthHeader);
            var body = header >= 0 && Utf8Parser.TryParse(answer[(header + LengthHeader.Length)..], out int bytes, out _) ? bytes : 0;
            if (length >= end + 4 + body)
            {
                return;
            }
        }
    }
}
