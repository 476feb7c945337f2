using KbApi.Server.Tests.Hosting;

namespace KbApi.Queue.Tests.Support;

/// <summary>Two API replicas and two workers, each of which may be killed and started again.</summary>
internal sealed class Fleet(string[] arguments) : IAsyncDisposable
{
    private readonly ServerProcess?[] _apis = new ServerProcess?[2];
    private readonly ServerProcess?[] _workers = new ServerProcess?[2];

    public async Task StartAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            _apis[i] ??= await ServerProcess.StartAsync(arguments);
            _workers[i] ??= await ServerProcess.StartWorkerAsync(arguments);
        }
    }

    /// <summary>Starts what was killed.</summary>
    public Task RestartAsync() => StartAsync();

    /// <summary>The replica that a balancer would choose: the preferred one, or the other where that is gone.</summary>
    public HttpClient Api(int preferred) => (_apis[preferred % 2] ?? _apis[(preferred + 1) % 2])!.Client;

    public ServerProcess Worker(int index) => _workers[index]!;

    public Task KillApiAsync(int index) => KillAsync(_apis, index);

    public Task KillWorkerAsync(int index) => KillAsync(_workers, index);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _apis.Concat(_workers).OfType<ServerProcess>())
        {
            await process.DisposeAsync();
        }
    }

    private static async Task KillAsync(ServerProcess?[] processes, int index)
    {
        // First killed, then forgotten: requests that are under way meet a dead server.
        var process = processes[index]!;
        process.Kill();
        await process.WaitForExitAsync();
        processes[index] = null;
    }
}
