using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Packs;

/// <summary>Two servers, each a process of its own, behind one address: the pack is replaced while they are asked.</summary>
public sealed class RollingUpdateTests : IDisposable
{
    private const int Rounds = 3;
    private const int Clients = 4;

    private static readonly string[] Targets =
        ["/v1/entries/sspr/no-email?locale=en-US", "/v1/codes/SSPR_0029?locale=en-US", "/v1/search?q=spam&locale=en-US", "/v1/articles/sspr?locale=en-US"];

    private readonly TempFolder _folder = new();
    private readonly TemporaryContent _content = new();

    [Fact]
    public async Task No_request_fails_and_no_answer_is_mixed()
    {
        await using var host = await PackHost.StartAsync(Build(0));
        using var one = Start(host.Address, "one");
        using var two = Start(host.Address, "two");
        await one.WaitUntilReadyAsync();
        await two.WaitUntilReadyAsync();

        using var stop = new CancellationTokenSource();
        var answers = new ConcurrentBag<Answer>();
        var clients = Enumerable.Range(0, Clients).Select(i => Task.Run(() => AskAsync([one, two], i, answers, stop.Token))).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            host.Folder = round == 0 ? host.Folder : Build(round);
            var text = $"spam filter {round} has";
            foreach (var server in (ServerProcess[])[one, two])
            {
                await RunningServer.WaitUntilAsync(async () => (await server.Client.GetStringAsync(new Uri(Targets[0], UriKind.Relative))).Contains(text, StringComparison.Ordinal));
            }

            // Both have it: from here on all answers are of it, and some to each question have to come before the next.
            var known = answers.Count;
            await RunningServer.WaitUntilAsync(() => Task.FromResult(answers.Count > known + (2 * Clients * Targets.Length)));
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);

        Assert.Empty(answers.Where(a => a.Status != HttpStatusCode.OK).Select(a => (a.Target, a.Status)));
        Assert.Equal(Rounds + 1, answers.Select(a => a.Snapshot).Distinct().Count());

        // Of one snapshot, whoever answers: one tag and one body for a target. So none is put together of two snapshots.
        Assert.Empty(answers.GroupBy(a => (a.Target, a.Snapshot)).Where(g => g.Select(a => (a.Tag, a.Body)).Distinct().Count() != 1).Select(g => g.Key));

        // Of one target: a tag for each snapshot. And the body says which it is.
        Assert.Empty(answers.GroupBy(a => a.Target).Where(g => g.Select(a => a.Snapshot).Distinct().Count() != g.Select(a => a.Tag).Distinct().Count()).Select(g => g.Key));
        var rounds = answers.Where(a => a.Target == Targets[0]).Select(a => (a.Snapshot, Round: RoundIn(a.Body))).Distinct().ToList();
        Assert.Equal(Rounds + 1, rounds.Count);
        Assert.Equal(Rounds + 1, rounds.Select(r => r.Round).Distinct().Count());
    }

    public void Dispose()
    {
        _content.Dispose();
        _folder.Dispose();
    }

    private static async Task AskAsync(ServerProcess[] servers, int client, ConcurrentBag<Answer> answers, CancellationToken stop)
    {
        for (var i = client; !stop.IsCancellationRequested; i++)
        {
            var target = Targets[i % Targets.Length];
            using var response = await servers[i / Targets.Length % servers.Length].Client.GetAsync(new Uri(target, UriKind.Relative), CancellationToken.None);
            var body = System.Text.RegularExpressions.Regex.Replace(
                await response.Content.ReadAsStringAsync(CancellationToken.None), "\"tookMs\":[0-9.]+", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
            answers.Add(new Answer(target, response.StatusCode, response.Headers.GetValues("Kb-Snapshot").Single(), response.Headers.ETag!.Tag, body));
        }
    }

    private static int RoundIn(string body) => Enumerable.Range(0, Rounds + 1).Single(r => body.Contains($"spam filter {r} has", StringComparison.Ordinal));

    private string Build(int round)
    {
        _content.Replace("en-US/sspr.md", round == 0 ? "a spam filter has" : $"a spam filter {round - 1} has", $"a spam filter {round} has");
        var pack = Path.Combine(_folder.Path, $"pack{round}");
        ServedPack.Build(_content.Path, pack);
        return pack;
    }

    private ServerProcess Start(string address, string name) => new(address, Path.Combine(_folder.Path, name));

    private sealed record Answer(string Target, HttpStatusCode Status, string Snapshot, string Tag, string Body);

    private sealed class ServerProcess : IDisposable
    {
        private readonly Process _process;

        public ServerProcess(string content, string folder)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
            listener.Stop();
            Client = new HttpClient { BaseAddress = new Uri(url) };
            Client.DefaultRequestHeaders.Host = "kb.example";
            _process = Process.Start(new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "KbApi.Server.dll"), "--urls", url, "--Kb:Content:0", content, "--Kb:PackFolder", folder,
                "--Kb:PackInterval", "00:00:01", "--Logging:LogLevel:Default", "Warning",
            ])
            { UseShellExecute = false })!;
        }

        public HttpClient Client { get; }

        public async Task WaitUntilReadyAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (true)
            {
                try
                {
                    if ((await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).StatusCode == HttpStatusCode.OK)
                    {
                        return;
                    }
                }
                catch (HttpRequestException) when (!_process.HasExited)
                {
                    // It does not listen yet.
                }

                await Task.Delay(20, patience.Token);
            }
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            Client.Dispose();
        }
    }
}
