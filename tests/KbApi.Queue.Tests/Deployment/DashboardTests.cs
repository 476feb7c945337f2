using System.Text.Json.Nodes;
using KbApi.Queue.Tests.Support;
using KbApi.Server.Tests.Hosting;
using KbApi.Server.Tests.Telemetry;

namespace KbApi.Queue.Tests.Deployment;

[Collection(QueueGroup.Name)]
public sealed class DashboardTests(QueueFixture fixture)
{
    private static JsonNode Dashboard => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "grafana", "kbapi.json")))!;

    private static IEnumerable<JsonNode> Panels => Dashboard["panels"]!.AsArray().Select(p => p!);

    [Fact]
    public void Panels_have_ids_and_places_of_their_own()
    {
        var panels = Panels.ToList();

        Assert.Equal(panels.Count, panels.Select(p => (int)p["id"]!).Distinct().Count());
        Assert.All(panels, p => Assert.InRange((int)p["gridPos"]!["x"]! + (int)p["gridPos"]!["w"]!, 1, 24));
        var cells = panels.SelectMany(p => from x in Enumerable.Range((int)p["gridPos"]!["x"]!, (int)p["gridPos"]!["w"]!)
                                           from y in Enumerable.Range((int)p["gridPos"]!["y"]!, (int)p["gridPos"]!["h"]!)
                                           select (x, y)).ToList();
        Assert.Equal(cells.Count, cells.Distinct().Count());
    }

    [SkippableFact]
    public async Task Every_metric_that_is_shown_is_measured()
    {
        var setting = fixture.Create();
        await using var api = await ServerProcess.StartAsync(setting.Arguments);
        await using var worker = await ServerProcess.StartWorkerAsync(setting.Arguments);
        await Scrape.OfAsync(api);
        await Scrape.OfAsync(worker);
        using var accepted = await api.Client.PostAsync("/v1/reports", new StringContent("""{ "message": "Error SSPR_0029" }""", System.Text.Encoding.UTF8, "application/json"));
        await worker.WaitUntilAsync(async () => (await Scrape.OfAsync(worker))["kb_worker_reports_total", "kb_outcome=\"stored\""] == 1);
        await worker.WaitUntilAsync(async () => (await Scrape.OfAsync(worker)).Names.Contains("kb_queue_pending"));

        var measured = (await Scrape.OfAsync(api)).Names.Concat((await Scrape.OfAsync(worker)).Names).ToHashSet(StringComparer.Ordinal);
        var shown = Panels.SelectMany(p => p["targets"]?.AsArray() ?? []).SelectMany(t => MetricsOf((string)t!["expr"]!)).Distinct().ToList();

        Assert.InRange(shown.Count, 20, 100);
        Assert.Empty(shown.Except(measured));

        // And what we measure of our own is shown, all of it.
        Assert.Empty(measured.Where(m => m.StartsWith("kb_", StringComparison.Ordinal)).Select(Base).Except(shown.Select(Base)));
    }

    /// <summary>Names that stand before a brace: all selectors have one.</summary>
    private static IEnumerable<string> MetricsOf(string expression)
    {
        for (var brace = expression.IndexOf('{', StringComparison.Ordinal); brace >= 0; brace = expression.IndexOf('{', brace + 1))
        {
            var start = brace;
            while (start > 0 && (char.IsAsciiLetterOrDigit(expression[start - 1]) || expression[start - 1] == '_'))
            {
                start--;
            }

            yield return expression[start..brace];
        }
    }

    private static string Base(string name) => new[] { "_bucket", "_sum", "_count" }.Where(s => name.EndsWith(s, StringComparison.Ordinal)).Select(s => name[..^s.Length]).FirstOrDefault(name);
}
