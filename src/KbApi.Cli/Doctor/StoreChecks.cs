using System.Net.Sockets;
using KbApi.Cli.Terminal;
using KbApi.Reports.Storage;
using KbApi.Server.Hosting;
using KbApi.Server.Reports;
using Microsoft.Extensions.Configuration;

namespace KbApi.Cli.Doctor;

/// <summary>Where reports are kept, and the queue that they wait in: whether each is reached and takes what is written.</summary>
internal static class StoreChecks
{
    private const int NatsPort = 4222;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Finding>> RunAsync(ITerminal terminal, IConfiguration configuration, ServerOptions options, CancellationToken cancellation)
    {
        var findings = new List<Finding> { await StoreAsync(terminal, configuration, cancellation) };
        foreach (var server in options.Queue.IsOn ? options.Queue.Servers : [])
        {
            findings.Add(await BrokerAsync(terminal, server, cancellation));
        }

        return findings;
    }

    private static async Task<Finding> StoreAsync(ITerminal terminal, IConfiguration configuration, CancellationToken cancellation)
    {
        try
        {
            var location = ReportOptions.Read(configuration).Location;
            if (location.Engine == StoreEngine.Off)
            {
                return new Finding("store", CheckState.Ok, terminal.Text("Doctor_StoreOff"));
            }

            if (location.Engine == StoreEngine.Sqlite && !File.Exists(location.Address))
            {
                ProbeFolder(Path.GetDirectoryName(Path.GetFullPath(location.Address))!);
                return new Finding("store", CheckState.Ok, terminal.Text("Doctor_StoreNew", location.Address));
            }

            await using var store = ReportStores.Create(location);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Timeout);
            await store.PrepareAsync(limit.Token);
            var reports = await store.CountAsync(ReportFilter.All, limit.Token);
            return new Finding("store", CheckState.Ok, terminal.Text("Doctor_Store", location, reports));
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException or UnauthorizedAccessException or FormatException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new Finding("store", CheckState.Failed, e.Message, terminal.Text("Doctor_StoreNext"));
        }
    }

    /// <summary>Writes a file into the nearest folder that is there; what is missing below it can be made then.</summary>
    private static void ProbeFolder(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        var probe = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(probe, "kb doctor");
        File.Delete(probe);
    }

    private static async Task<Finding> BrokerAsync(ITerminal terminal, string address, CancellationToken cancellation)
    {
        var uri = new Uri(address);
        var (host, port) = (uri.Host, uri.Port > 0 ? uri.Port : NatsPort);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            return new Finding("queue", CheckState.Ok, terminal.Text("Doctor_Queue", host, port));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new Finding("queue", CheckState.Failed, $"{host}:{port}: {e.Message}", terminal.Text("Doctor_QueueNext"));
        }
    }
}
