using System.Text.Json;

namespace KbApi.Cli.LanguageServer.Rpc;

/// <summary>The work of a request, begun after it was taken; gives the result as JSON.</summary>
internal delegate Task<ReadOnlyMemory<byte>> RpcWork(CancellationToken cancellation);

/// <summary>Takes messages, in the order in which they came.</summary>
internal interface IRpcHandler
{
    /// <summary>Takes a request: sees the state that messages before it have made, and leaves the work for another thread.</summary>
    /// <exception cref="RpcException">It is refused.</exception>
    /// <exception cref="JsonException">Its parameters are wrong.</exception>
    public RpcWork Take(string method, JsonElement parameters);

    /// <summary>Takes a notification.</summary>
    /// <returns>Whether to go on.</returns>
    /// <exception cref="JsonException">Its parameters are wrong.</exception>
    public bool Notice(string method, JsonElement parameters);

    /// <summary>Something went wrong that no answer tells of.</summary>
    public void Complain(string message);
}
