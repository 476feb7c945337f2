using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Classification;

[Collection(ServerGroup.Name)]
public sealed class BatchTests(ServerFixture fixture)
{
    private static readonly MediaTypeHeaderValue JsonLines = new("application/jsonl");

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task Each_line_is_answered_in_order_and_a_bad_one_by_an_error()
    {
        var lines = await PostAsync(string.Join('\n',
            """{"id":"a","message":"Event ID 31003 from PasswordResetService","locale":"sv-SE"}""",
            "",
            "not json",
            "  \r",
            """{"id":"b","message":7}""",
            """{"id":"c","message":"The coffee machine leaks"}"""));

        Assert.Equal(["1 a", "3 ", "5 b", "6 c"], lines.Select(l => $"{l["line"]} {l["id"]}"));
        Assert.Equal("matched", (string)lines[0]["verdict"]!);
        Assert.Equal("sspr/31003", (string)lines[0]["candidates"]![0]!["id"]!);
        Assert.Equal("sv-SE", (string)lines[0]["candidates"]![0]!["locale"]!);
        Assert.Equal("KBAPI-4003", (string)lines[1]["error"]!["code"]!);
        Assert.Equal("KBAPI-4221", (string)lines[2]["error"]!["code"]!);
        Assert.Equal("/message", (string)lines[2]["error"]!["errors"]![0]!["pointer"]!);
        Assert.Equal("unknown", (string)lines[3]["verdict"]!);
        Assert.Null(lines[3]["error"]);
    }

    [Fact]
    public async Task The_locale_of_one_line_is_not_that_of_the_next()
    {
        var lines = await PostAsync("{\"message\":\"event 31003 PasswordResetService\",\"locale\":\"sv-SE\"}\n{\"message\":\"event 31003 PasswordResetService\"}\n");

        Assert.Equal(["sv-SE", "en-US"], lines.Select(l => (string)l["candidates"]![0]!["locale"]!));
    }

    [Fact]
    public async Task An_answer_is_sent_before_the_next_report_has_come()
    {
        // HttpClient sends the whole body before it reads anything; a socket does not.
        var address = _server.Client.BaseAddress!;
        using var client = new TcpClient(address.Host, address.Port) { ReceiveTimeout = 20_000 };
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/classify/batch HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"));

        await stream.WriteAsync(Chunk("{\"id\":\"first\",\"code\":31003}\n"));
        Assert.Equal("first", await ReadIdAsync(reader));
        await stream.WriteAsync(Chunk("{\"id\":\"second\",\"code\":31003}"));
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        Assert.Equal("second", await ReadIdAsync(reader));

        static byte[] Chunk(string text) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text.Length:x}\r\n{text}\r\n"));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over()
    {
        var lines = await PostAsync(
            "{\"id\":\"a\",\"code\":\"31003\"}\n{\"message\":\"" + new string('x', (1024 * 1024) + 1) + "\"}\n{\"id\":\"c\",\"code\":\"31003\"}\n");

        Assert.Equal(["1", "2", "3"], lines.Select(l => ((int)l["line"]!).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal("KBAPI-4131", (string)lines[1]["error"]!["code"]!);
        Assert.Equal("c", (string)lines[2]["id"]!);
    }

    [Fact]
    public async Task A_batch_of_more_than_32_MiB_is_refused_where_it_says_so_and_ended_where_it_does_not()
    {
        var line = "{\"code\":\"7\",\"product\":\"" + new string(' ', 1000 * 1000) + "\"}\n";
        var body = string.Concat(Enumerable.Repeat(line, 34));
        using var stated = new HttpRequestMessage(HttpMethod.Post, "/v1/classify/batch") { Content = ContentOf(body) };
        stated.Headers.ExpectContinue = true;
        using var refused = await _server.Client.SendAsync(stated);
        using var unstated = new HttpRequestMessage(HttpMethod.Post, "/v1/classify/batch") { Content = ContentOf(body) };
        unstated.Headers.TransferEncodingChunked = true;
        using var ended = await _server.Client.SendAsync(unstated);
        var lines = Parse(await ended.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("KBAPI-4131", (string)lines[^1]["error"]!["code"]!);
        Assert.InRange(lines.Count, 30, 34);
        Assert.All(lines.SkipLast(1), l => Assert.Equal("/product", (string)l["error"]!["errors"]![0]!["pointer"]!));
    }

    [Fact]
    public async Task The_budget_counts_for_each_line()
    {
        var body = string.Concat(Enumerable.Repeat("{\"id\":\"a\",\"message\":\"A federated user submits a new password and gets an error that tells of a service problem.\"}\n", 3));
        using var response = await _server.PostAsync("/v1/classify/batch?maxTokens=64", ContentOf(body));
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l) + 1, 1, 64 * 3));
        Assert.All(lines, l => Assert.Equal("ambiguous", (string)JsonNode.Parse(l)!["verdict"]!));
    }

    [Theory]
    [InlineData("application/x-ndjson", "application/x-ndjson", HttpStatusCode.OK)]
    [InlineData("application/jsonl", "application/json", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json", "*/*", HttpStatusCode.UnsupportedMediaType)]
    public async Task Media_types_are_negotiated(string contentType, string accept, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/classify/batch") { Content = new StringContent("{\"code\":\"31003\"}\n", Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _server.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? accept : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private async Task<List<JsonNode>> PostAsync(string body)
    {
        using var response = await _server.PostAsync("/v1/classify/batch?locale=en-US", ContentOf(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/jsonl", response.Content.Headers.ContentType!.MediaType);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    private static List<JsonNode> Parse(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    private static ByteArrayContent ContentOf(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = JsonLines;
        return content;
    }

    private static async Task<string?> ReadIdAsync(StreamReader reader)
    {
        string line;
        do
        {
            line = await reader.ReadLineAsync() ?? throw new EndOfStreamException();
        }
        while (!line.StartsWith('{'));
        return (string?)JsonNode.Parse(line)!["id"];
    }
}
