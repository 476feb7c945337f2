using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Rpc;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>Messages and addresses, without a process.</summary>
public sealed class RpcTests
{
    [Fact]
    public async Task A_message_that_is_too_long_is_passed_over_and_the_next_is_read()
    {
        using var input = new MemoryStream(Encoding.ASCII.GetBytes("Content-Length: 100000\r\n\r\n" + new string('x', 100_000) + "content-length:2\r\nContent-Type: x\r\n\r\n{}Content-Length: 9\r\n\r\n{"));
        var reader = new MessageReader(input, maxLength: 1000);

        Assert.Equal(ReadOutcome.TooLong, (await reader.ReadAsync(CancellationToken.None)).Outcome);
        var (outcome, body) = await reader.ReadAsync(CancellationToken.None);
        Assert.Equal((ReadOutcome.Message, "{}"), (outcome, Encoding.UTF8.GetString(body.Span)));
        Assert.Equal(ReadOutcome.End, (await reader.ReadAsync(CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_is_answered_as_that()
    {
        var pipe = new Pipe();
        using var output = new MemoryStream();
        using var connection = new RpcConnection(pipe.Reader.AsStream(), output);
        var handler = new WaitingHandler();
        var run = connection.RunAsync(handler, CancellationToken.None);

        await SendAsync("""{"jsonrpc":"2.0","id":"a","method":"wait"}""");
        await SendAsync("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"b"}}""");
        await SendAsync("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a"}}""");
        await handler.Cancelled;
        await SendAsync("""{"jsonrpc":"2.0","method":"exit"}""");
        await run;

        await AnsweredAsync(output, "\"id\":\"a\",\"error\":{\"code\":-32800");

        async Task SendAsync(string body) => await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes($"Content-Length: {body.Length}\r\n\r\n{body}"));
    }

    [Theory]
    [InlineData("a \\ud83d b", "a \\ufffd b")]
    [InlineData("\\uDE00\\uD83D\\uDE00\\ud83d", "\\ufffd\\uD83D\\uDE00\\ufffd")]
    [InlineData("\\\\ud83d \\\\\\ud83d \\u00e5 \\ud8", "\\\\ud83d \\\\\\ufffd \\u00e5 \\ud8")]
    public void Halves_of_characters_become_one_unit_that_text_can_have(string json, string expected)
    {
        var bytes = Encoding.ASCII.GetBytes(json);

        LoneSurrogates.Replace(bytes);

        Assert.Equal(expected, Encoding.ASCII.GetString(bytes));
    }

    [Theory]
    [InlineData("file:///a/b%20c/%C3%A5%23.md", "/a/b c/å#.md")]
    [InlineData("file://localhost/a.md", "/a.md")]
    [InlineData("file:///a/../b.md?x#y", "/b.md")]
    [InlineData("untitled:a.md", null)]
    [InlineData("file:a.md", null)]
    [InlineData("file:///a%00b", null)]
    public void Addresses_of_files_are_paths(string uri, string? path) => Assert.Equal(path, DocumentUri.ToPath(uri));

    [Theory]
    [InlineData("/a b/å#%?.md", "file:///a%20b/%C3%A5%23%25%3F.md")]
    [InlineData("C:/a/b.md", "file:///C:/a/b.md")]
    public void Paths_are_addresses(string path, string uri) => Assert.Equal(uri, DocumentUri.Of(path));

    private static async Task AnsweredAsync(MemoryStream output, string expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Encoding.UTF8.GetString(output.ToArray()).Contains(expected, StringComparison.Ordinal))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private sealed class WaitingHandler : IRpcHandler
    {
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Cancelled => _cancelled.Task;

        public RpcWork Take(string method, JsonElement parameters) => async cancellation =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                _cancelled.SetResult();
            }

            return default;
        };

        public bool Notice(string method, JsonElement parameters) => method != "exit";

        public void Complain(string message) => Assert.Fail(message);
    }
}
