using System.Text;

namespace KbApi.Benchmarks.Http;

/// <summary>Sends requests over some connections that stay open, each after the answer to the one before.</summary>
internal static class LoadClient
{
    /// <summary>How many requests are under way at a time.</summary>
    public const int Connections = 8;

    /// <summary>Sends as many requests as asked for, taking the given ones in turn.</summary>
    public static void Run(int port, IReadOnlyList<byte[]> requests, int count, string status)
    {
        var next = -1;
        var expected = Encoding.ASCII.GetBytes("HTTP/1.1 " + status);
        Parallel.For(0, Connections, new ParallelOptions { MaxDegreeOfParallelism = Connections }, _ =>
        {
            using var connection = new LoadConnection(port);
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                connection.Ask(requests[i % requests.Count], expected);
            }
        });
    }

    /// <summary>A request as bytes.</summary>
    public static byte[] Get(string target, string? tag = null) => Encoding.ASCII.GetBytes(
        $"GET {target} HTTP/1.1\r\nHost: kb.example\r\nAccept: application/json\r\n{(tag is null ? "" : $"If-None-Match: {tag}\r\n")}\r\n");
}
