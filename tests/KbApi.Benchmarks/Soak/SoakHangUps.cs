using System.Net.Sockets;
using System.Text;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Soak;

/// <summary>Callers who hang up: before a request is complete, or before its answer has come.</summary>
/// <param name="port">Where the server listens.</param>
/// <param name="content">What is asked for.</param>
/// <param name="tally">Where they are counted.</param>
internal sealed class SoakHangUps(int port, GeneratedContent content, SoakTally tally)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task RunAsync(CancellationToken stop)
    {
        var queries = content.Questions().Take(100).Select(q => "/v1/search?limit=20&q=" + string.Join('+', q.Words)).ToList();
        byte[][] beginnings =
        [
            "GET /v1/codes/GEN HTTP/1.1\r\nHost: kb"u8.ToArray(),
            "POST /v1/classify HTTP/1.1\r\nHost: kb.example\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"message\":\"half of a"u8.ToArray(),
            Encoding.ASCII.GetBytes("POST /v1/reports HTTP/1.1\r\nHost: kb.example\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"message"),
            LoadClient.Get("/llms-full.txt"),
        ];
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true })
            {
                await socket.ConnectAsync("127.0.0.1", port, CancellationToken.None);
                socket.Send(i % 2 == 0 ? LoadClient.Get(queries[i % queries.Count]) : beginnings[i / 2 % beginnings.Length]);
                await Task.Delay(i % 5, CancellationToken.None);

                // Every other one without saying goodbye.
                socket.LingerState = new LingerOption(i % 4 < 2, 0);
                tally.HungUp();
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
