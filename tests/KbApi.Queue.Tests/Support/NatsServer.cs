using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KbApi.Queue.Tests.Support;

/// <summary>Brokers of their own, one or three, with JetStream, on loopback ports and in a folder of their own, gone afterwards.</summary>
internal sealed class NatsServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly KbApi.Tests.TempFolder _folder = new();
    private readonly Process?[] _processes;
    private readonly int[] _clients;
    private readonly int[] _routes;
    private readonly int[] _monitors;

    private NatsServer(int nodes, string limits)
    {
        _processes = new Process?[nodes];
        _clients = Ports(nodes);
        _routes = Ports(nodes);
        _monitors = Ports(nodes);
        for (var i = 0; i < nodes; i++)
        {
            _folder.Write(FileOf(i), Configuration(i, limits));
        }
    }

    /// <summary>Why there can be none, or null.</summary>
    public static string? Reason { get; } = Program is null ? "NATS is not installed: apt-get install nats-server." : null;

    /// <summary>The address of all nodes.</summary>
    public string Url => string.Join(',', _clients.Select(p => string.Create(CultureInfo.InvariantCulture, $"nats://127.0.0.1:{p}")));

    internal static string? Program => new[] { "/usr/sbin/nats-server", "/usr/bin/nats-server", "/usr/local/bin/nats-server" }.FirstOrDefault(File.Exists);

    /// <summary>Starts nodes and waits until they agree.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="limits">More settings of JetStream.</param>
    public static async Task<NatsServer> StartAsync(int nodes, string limits = "")
    {
        var server = new NatsServer(nodes, limits);
        for (var i = 0; i < nodes; i++)
        {
            server.Start(i);
        }

        for (var i = 0; i < nodes; i++)
        {
            await server.WaitForAsync(i);
        }

        return server;
    }

    /// <summary>Starts a node.</summary>
    public void Start(int node) =>
        _processes[node] = Process.Start(new ProcessStartInfo(Program!, ["-c", Path.Combine(_folder.Path, FileOf(node))]) { UseShellExecute = false, RedirectStandardError = false })!;

    /// <summary>Ends a node as a failure of its machine does.</summary>
    public async Task KillAsync(int node)
    {
        if (_processes[node] is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _processes[node] = null;
        }
    }

    /// <summary>Waits until a node says that it is well.</summary>
    public async Task WaitForAsync(int node)
    {
        using var client = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_monitors[node]}/healthz")));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"Broker {node} does not become well; its log:\n{Log(node)}");
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < _processes.Length; i++)
        {
            await KillAsync(i);
        }

        _folder.Dispose();
    }

    private static int[] Ports(int count)
    {
        // All are taken before one is given back, so that no two are the same.
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.ConvertAll(l => ((IPEndPoint)l.LocalEndpoint).Port);
        listeners.ForEach(l => l.Dispose());
        return [.. ports];
    }

    private static string FileOf(int node) => string.Create(CultureInfo.InvariantCulture, $"node-{node}.conf");

    private string Log(int node) => File.Exists(LogOf(node)) ? File.ReadAllText(LogOf(node)) : "";

    private string LogOf(int node) => Path.Combine(_folder.Path, string.Create(CultureInfo.InvariantCulture, $"node-{node}.log"));

    private string Configuration(int node, string limits) => string.Create(CultureInfo.InvariantCulture, $$"""
        server_name: node-{{node}}
        listen: 127.0.0.1:{{_clients[node]}}
        http: 127.0.0.1:{{_monitors[node]}}
        log_file: "{{LogOf(node)}}"
        max_payload: 4MB
        jetstream { store_dir: "{{Path.Combine(_folder.Path, "data-" + node)}}", max_memory_store: 16MB, max_file_store: 8GB {{limits}} }
        {{(_clients.Length == 1 ? "" : $$"""
        cluster {
          name: kb
          listen: 127.0.0.1:{{_routes[node]}}
          routes: [{{string.Join(", ", _routes.Select(p => string.Create(CultureInfo.InvariantCulture, $"nats-route://127.0.0.1:{p}")))}}]
        }
        """)}}
        """);
}
