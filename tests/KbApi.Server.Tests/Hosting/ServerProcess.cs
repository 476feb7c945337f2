using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KbApi.Server.Tests.Hosting;

/// <summary>A server in a process of its own, that can be told to stop and be killed.</summary>
internal sealed class ServerProcess : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(Process process, int port)
    {
        (_process, Port) = (process, port);
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public int Port { get; }

    public HttpClient Client { get; }

    /// <summary>What it printed so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        var server = Begin(arguments);
        await server.WaitUntilAsync(server.IsReadyAsync);
        return server;
    }

    /// <summary>Starts a worker and waits until it reads from its queue.</summary>
    public static async Task<ServerProcess> StartWorkerAsync(params string[] arguments)
    {
        var worker = Begin("worker", arguments);
        await worker.WaitUntilAsync(worker.IsReadyAsync);
        return worker;
    }

    /// <summary>Starts it.</summary>
    public static ServerProcess Begin(params string[] arguments) => Begin(verb: null, arguments);

    /// <summary>Starts a worker, or a server where no verb is given.</summary>
    public static ServerProcess Begin(string? verb, string[] arguments)
    {
        var port = FreePort();
        string[] verbs = verb is null ? [] : [verb];
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "KbApi.Server.dll"), .. verbs, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            "--Kb:Content:0", Repository.Content, "--Kb:SearchIndexFolder", "", .. arguments,
        ];
        return new ServerProcess(Process.Start(new ProcessStartInfo("dotnet", all) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!, port);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asks it to stop, as systems do.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it at once, as a failure of the machine does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);

        // Once more without a limit: that also waits for the last lines.
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits until something is so; fails with what the server printed when it takes too long or the server has ended.</summary>
    public async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(!_process.HasExited && Stopwatch.GetElapsedTime(start) < Patience, "The server said:\n" + string.Join('\n', _lines));
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Kill();
        _process.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await Client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
