using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace KbApi.Benchmarks.Http;

/// <summary>A connection that stays open. Hardly reads answers, so that it costs little.</summary>
internal sealed class LoadConnection : IDisposable
{
    private const int BufferBytes = 1024 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[BufferBytes];

    public LoadConnection(int port) => _socket.Connect("127.0.0.1", port);

    private static ReadOnlySpan<byte> LengthHeader => "Content-Length: "u8;

    /// <summary>Sends a request and waits for all of the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="expected">What the answer has to begin with.</param>
    public void Ask(byte[] request, ReadOnlySpan<byte> expected)
    {
        _socket.Send(request);
        var length = 0;
        while (true)
        {
            length += _socket.Receive(_buffer, length, _buffer.Length - length, SocketFlags.None);
            var answer = _buffer.AsSpan(0, length);
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

    public void Dispose() => _socket.Dispose();
}
