using System.Text.RegularExpressions;

namespace KbApi.Cli.Tests.Watch;

/// <summary><c>kb watch</c> on a folder, in this process, with a client.</summary>
internal sealed partial class RunningWatch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly TestTerminal _terminal;
    private readonly SharedWriter _output;
    private Task<int> _run = Task.FromResult(0);

    private RunningWatch(TestTerminal terminal, SharedWriter output) => (_terminal, _output) = (terminal, output);

    public HttpClient Client { get; private set; } = new();

    public string Output => _output.ToString();

    public static async Task<RunningWatch> StartAsync(string path, string culture = "en-US")
    {
        var output = new SharedWriter();
        var watch = new RunningWatch(new TestTerminal(culture) { Output = output }, output);
        watch._run = KbApi.Cli.CommandLine.KbCommand.RunAsync(["watch", path, "--port", "0"], watch._terminal, watch._stop.Token);
        var address = await watch.ReadAsync(Address());
        watch.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address.Value), Timeout = Patience };
        return watch;
    }

    /// <summary>Waits for what the terminal is told.</summary>
    public async Task<Match> ReadAsync(Regex expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (expected.Match(Output) is { Success: true } match)
            {
                return match;
            }

            if (_run.IsCompleted || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"'{expected}' is not said: {Output}{_terminal.Error}");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    public async Task<string> GetAsync(string path) => await Client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Ends it as Ctrl+C does.</summary>
    /// <returns>What it exits with.</returns>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _stop.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
