using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KbApi.Benchmarks.Http;

/// <summary>A server in a process of its own, so that its processor time is its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Dotnet = "dotnet";

    /// <summary>4 MB, in hexadecimal digits: System.GC.Gen0MaxBudget of the server.</summary>
    private const string Gen0MaxBudget = "400000";

    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>The processor time that it has taken so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that it has in use, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the constant peer.</summary>
    public static ServerProcess StartPeer() => Start(port => [Assembly("KbApi.Benchmarks"), ConstantServer.Verb, $"http://127.0.0.1:{port}"]);

    /// <summary>Starts the peer that also searches some content.</summary>
    public static ServerProcess StartIndexPeer(string content, string indexFolder) => Start(port =>
        [Assembly("KbApi.Benchmarks"), ConstantServer.Verb, $"http://127.0.0.1:{port}", content, indexFolder]);

    /// <summary>Starts the server on some content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="indexFolder">Where indexes are stored.</param>
    /// <param name="published">The folder that the server was published to, or null for the one that was built with the benchmarks.</param>
    public static ServerProcess StartServer(string content, string indexFolder, string? published = null) =>
        StartServer(content, published, ["--Kb:SearchIndexFolder", indexFolder]);

    /// <summary>Starts the server on some content with further options.</summary>
    public static ServerProcess StartServer(string content, string? published, string[] options) => Start(
        port =>
        [
            .. published is null ? new[] { Assembly("KbApi.Server") } : [],
            "--urls", $"http://127.0.0.1:{port}", "--Kb:Content:0", content, "--Logging:LogLevel:Default", "Warning", .. options,
        ],
        program: published is null ? Dotnet : Path.Combine(published, "KbApi.Server"));

    /// <summary>Starts the server, or a worker where that is the verb, with some settings.</summary>
    public static ServerProcess StartWith(string? verb, string content, string[] settings) => Start(port =>
    [
        Assembly("KbApi.Server"), .. verb is null ? [] : new[] { verb }, "--urls", $"http://127.0.0.1:{port}", "--Kb:Content:0", content, "--Kb:SearchIndexFolder", "",
        "--Logging:LogLevel:Default", "Warning", .. settings,
    ]);

    /// <summary>Waits until it answers with 200, asking again and again.</summary>
    public async Task WaitForAsync(string target)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(target);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // It does not listen yet.
            }

            await Task.Delay(2);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Assembly(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static ServerProcess Start(Func<int, string[]> arguments, string program = Dotnet)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo(program, arguments(port)) { UseShellExecute = false };

        // What the server asks of the garbage collector itself, so that its peers pay the same for theirs.
        start.Environment["DOTNET_gcConcurrent"] = "1";
        start.Environment["DOTNET_GCgen0MaxBudget"] = Gen0MaxBudget;
        var process = Process.Start(start)!;
        return new ServerProcess(process, port);
    }
}
