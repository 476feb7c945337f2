using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Queue.Tests.Support;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Queue.Tests;

/// <summary><c>/v1/reports</c> of a server with a queue.</summary>
[Collection(QueueGroup.Name)]
public sealed class QueuedReportTests(QueueFixture fixture)
{
    [SkippableFact]
    public async Task A_report_is_accepted_and_then_there()
    {
        var setting = fixture.Create();
        await using var api = await ServerProcess.StartAsync(setting.Arguments);

        using var accepted = await SendAsync(api, "Error SSPR_0029 was shown to anna@contoso.com");
        var body = JsonNode.Parse(await accepted.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("queued", (string?)body["status"]);
        Assert.Equal("/v1/reports/" + (string?)body["id"], accepted.Headers.Location?.OriginalString);
        Assert.Equal(TimeSpan.FromSeconds(1), accepted.Headers.RetryAfter?.Delta);

        // Nobody works yet: it waits, without what must not be kept.
        using var waiting = await api.Client.GetAsync(accepted.Headers.Location);
        Assert.Equal(HttpStatusCode.Accepted, waiting.StatusCode);
        await using (var queue = new QueueClient(setting))
        {
            var message = (await (await queue.Connection.Context.GetStreamAsync(setting.Name)).GetAsync(new() { Seq = 1 })).Message;
            var text = Encoding.UTF8.GetString(message.Data.Span);
            Assert.Contains("[email-1]", text);
            Assert.DoesNotContain("contoso", text);
        }

        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await worker.WaitUntilAsync(async () => (await api.Client.GetAsync(accepted.Headers.Location)).StatusCode == HttpStatusCode.OK);
        var report = JsonNode.Parse(await api.Client.GetStringAsync(accepted.Headers.Location))!;
        Assert.Equal((string?)body["id"], (string?)report["id"]);
        Assert.Equal("matched", (string?)report["verdict"]);
        Assert.EndsWith("sspr-0029", (string?)report["candidates"]![0]!["id"]);
    }

    [SkippableFact]
    public async Task The_same_request_is_one_report_before_and_after_it_is_stored()
    {
        var setting = fixture.Create();
        await using var api = await ServerProcess.StartAsync(setting.Arguments);
        using var first = await SendAsync(api, "It fails", key: "a");
        using var second = await SendAsync(api, "It fails", key: "a");
        using var other = await SendAsync(api, "Something else", key: "a");

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.True(second.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("KBAPI-4222", await CodeOf(other, HttpStatusCode.UnprocessableEntity));

        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await worker.WaitUntilAsync(async () => (await api.Client.GetAsync(first.Headers.Location)).StatusCode == HttpStatusCode.OK);
        using var third = await SendAsync(api, "It fails", key: "a");
        using var another = await SendAsync(api, "Something else", key: "a");

        Assert.Equal(first.Headers.Location, third.Headers.Location);
        Assert.Equal("KBAPI-4222", await CodeOf(another, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("1", fixture.Postgres.Execute(new Uri(setting.Store).AbsolutePath[1..], "SELECT count(*) FROM kb_reports"));
    }

    [SkippableFact]
    public async Task What_was_never_given_or_is_no_report_is_refused_at_once()
    {
        var setting = fixture.Create();
        await using var api = await ServerProcess.StartAsync(setting.Arguments);

        using var never = await api.Client.GetAsync("/v1/reports/01981f0c-7e1a-7c3f-9b1e-0d4a5c6b7e8f");
        using var empty = await SendAsync(api, "");
        using var deleted = await api.Client.DeleteAsync("/v1/reports/01981f0c-7e1a-7c3f-9b1e-0d4a5c6b7e8f");

        Assert.Equal("KBAPI-4042", await CodeOf(never, HttpStatusCode.NotFound));
        Assert.Equal("KBAPI-4221", await CodeOf(empty, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("KBAPI-4042", await CodeOf(deleted, HttpStatusCode.NotFound));
        await using var queue = new QueueClient(setting);
        Assert.True(await queue.IsEmptyAsync());
    }

    [SkippableFact]
    public async Task A_full_queue_is_told_to_the_client()
    {
        var setting = fixture.Create();
        await using var api = await ServerProcess.StartAsync([.. setting.Arguments, "--Kb:Queue:MaxReports", "3"]);
        for (var i = 0; i < 3; i++)
        {
            using var accepted = await SendAsync(api, "It fails");
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }

        using var refused = await SendAsync(api, "It fails");

        Assert.Equal("KBAPI-5032", await CodeOf(refused, HttpStatusCode.ServiceUnavailable));
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync("/v1/codes/SSPR_0029")).StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(ServerProcess api, string message, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports") { Content = JsonContent.Create(new { message }) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return api.Client.SendAsync(request);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage response, HttpStatusCode status)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} {body}");
        return (string?)JsonNode.Parse(body)!["code"];
    }
}
