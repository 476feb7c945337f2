using System.Diagnostics;
using System.Net;

namespace KbApi.Server.Tests.Hosting;

/// <summary>A server in a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private ServerProcess(Process process, string address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    /// <summary>A server that is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string content, params string[] settings)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "KbApi.Server.dll"), "--urls", "http://127.0.0.1:0", "--Kb:Content:0", content }.Concat(settings))
        {
            info.ArgumentList.Add(argument);
        }

        var process = Process.Start(info)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            var at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                var server = new ServerProcess(process, line[(at + Listening.Length)..].Trim());
                _ = process.StandardOutput.ReadToEndAsync();
                await RunningServer.WaitUntilAsync(async () => (await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.OK, TimeSpan.FromMinutes(1));
                return server;
            }
        }

        throw new InvalidOperationException("The server did not start: " + string.Join('\n', said));
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        Client.Dispose();
        _process.Dispose();
    }
}
