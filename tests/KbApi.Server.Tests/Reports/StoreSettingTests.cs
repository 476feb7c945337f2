using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Reports.Intake;
using KbApi.Reports.Storage;
using KbApi.Server.Reports;
using KbApi.Server.Telemetry;
using KbApi.Server.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace KbApi.Server.Tests.Reports;

public sealed class StoreSettingTests
{
    [Fact]
    public async Task Where_no_reports_are_kept_the_answer_says_so()
    {
        await using var server = await RunningServer.StartAsync(Repository.Content, b => b.Configuration["Kb:Store"] = "off");

        using var response = await server.PostAsync("/v1/reports", RunningServer.JsonContent(new JsonObject { ["message"] = "Event ID 31003" }));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("KBAPI-4046", (string)(await RunningServer.ReadProblemAsync(response))["code"]!);
        Assert.Equal("KBAPI-4046", (string)(await server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/reports/x"))["code"]!);
    }

    [Fact]
    public async Task A_full_store_refuses_and_keeps_what_it_acknowledged()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.StartAsync(Repository.Content, b =>
        {
            b.Configuration["Kb:Store"] = Path.Combine(folder.Path, "kb.db");
            b.Configuration["Kb:Store:MaxBytes"] = "300000";
        });
        var kept = new List<string>();
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 1000 && refused is null; i++)
        {
            var response = await server.PostAsync("/v1/reports", RunningServer.JsonContent(new JsonObject { ["message"] = $"Event ID 31003 {i}", ["log"] = new string('x', 5000) }));
            if (response.StatusCode == HttpStatusCode.Created)
            {
                kept.Add(response.Headers.Location!.OriginalString);
            }
            else
            {
                refused = response;
            }
        }

        Assert.NotNull(refused);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal("KBAPI-5032", (string)(await RunningServer.ReadProblemAsync(refused))["code"]!);
        Assert.True(kept.Count > 10, $"{kept.Count}");
        foreach (var location in kept)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(location)).StatusCode);
        }

        using var deleted = await server.SendAsync(HttpMethod.Delete, kept[0]);
        using var next = await server.PostAsync("/v1/reports", RunningServer.JsonContent(new JsonObject { ["message"] = "Event ID 31003" }));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Created), (deleted.StatusCode, next.StatusCode));
    }

    [Fact]
    public async Task Secrets_are_in_no_byte_of_the_store()
    {
        using var folder = new TempFolder();
        await using (var server = await RunningServer.StartAsync(Repository.Content, b => b.Configuration["Kb:Store"] = Path.Combine(folder.Path, "kb.db")))
        {
            for (var i = 0; i < 20; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports")
                {
                    Content = RunningServer.JsonContent(new JsonObject
                    {
                        ["message"] = "Event ID 31003, user anna.svensson@contoso.com, password=Hunter2-hunter2",
                        ["log"] = "{\"token\":\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.c2lnbmF0dXJlc2lnbmF0dXJl\",\"ip\":\"203.0.113.77\"}",
                        ["product"] = "anna.svensson@contoso.com's computer",
                        ["source"] = "203.0.113.77",
                        ["code"] = "203.0.113.77",
                        ["subject"] = "employee-4711-secret",
                        ["answers"] = new JsonObject { ["place"] = "anna.svensson@contoso.com", ["anna.svensson@contoso.com"] = "x" },
                    }),
                };
                request.Headers.Add("Idempotency-Key", $"key-of-anna-{i}");
                using var response = await server.Client.SendAsync(request);
                Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            }

            AssertNoSecretIn(folder.Path);
        }

        AssertNoSecretIn(folder.Path);
    }

    [Fact]
    public async Task Reports_are_deleted_when_they_are_older_than_they_may_be()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new StoreMetrics(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), time);
        await using var desk = new ReportDesk(OptionsOf(("Kb:Store", Path.Combine(folder.Path, "kb.db")), ("Kb:Store:Retention", "30")), time, metrics);
        var intake = await desk.GetIntakeAsync(CancellationToken.None);
        var classifier = KbApi.Rules.Classification.ReportClassifier.Create(new KbApi.Content.Loading.KnowledgeBaseLoader().Load(Repository.Content));
        var old = intake.Take(new ReportSubmission(new() { Message = "Event ID 31003" }), classifier, "s").Report;
        time.Advance(TimeSpan.FromDays(20));
        var young = intake.Take(new ReportSubmission(new() { Message = "Event ID 31003" }), classifier, "s").Report;
        await desk.Store.AddAsync([old, young]);

        using var retention = new ReportRetention(desk, time, NullLogger<ReportRetention>.Instance);
        await retention.StartAsync(CancellationToken.None);
        await RunningServer.WaitUntilAsync(async () =>
        {
            time.Advance(TimeSpan.FromHours(1));
            return await desk.Store.FindAsync(old.Id) is null;
        });

        Assert.NotNull(await desk.Store.FindAsync(young.Id));
        await retention.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("Kb:Store", "mysql://x", "Kb:Store: The store is 'off'")]
    [InlineData("Kb:Store:Retention", "long", "Kb:Store:Retention")]
    [InlineData("Kb:Store:Retention", "-1", "Kb:Store:Retention")]
    [InlineData("Kb:Store:MaxBytes", "1 GB", "Kb:Store:MaxBytes")]
    [InlineData("Kb:Store:Secret", "short", "Kb:Store:Secret")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => OptionsOf((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Settings_are_read()
    {
        var options = OptionsOf(("Kb:Store", "postgres://kb:secret@db:5433/reports"), ("Kb:Store:Retention", "0"), ("Kb:Store:MaxBytes", "1000000"), ("Kb:Store:Secret", "0123456789abcdef"));

        Assert.Equal((StoreEngine.Postgres, null, 1_000_000L, 16), (options.Location.Engine, options.Retention, options.MaxBytes, options.Secret!.Length));
        Assert.Equal("postgres://db:5433/reports", options.Location.ToString());
        Assert.Equal(TimeSpan.FromDays(90), OptionsOf(("Kb:Store", "off")).Retention);
    }

    private static ReportOptions OptionsOf(params (string Name, string Value)[] settings) =>
        ReportOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))).Build());

    private static void AssertNoSecretIn(string folder)
    {
        var files = Directory.GetFiles(folder);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            // Each too long to stand in the digits of a random id by chance.
            foreach (var secret in new[] { "anna.svensson", "contoso", "Hunter2", "eyJhbGci", "eyJzdWIi", "c2lnbmF0dXJl", "203.0.113", "employee-4711", "4711-secret", "key-of-anna" })
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"'{secret}' stands in {Path.GetFileName(file)}");
            }
        }
    }
}
