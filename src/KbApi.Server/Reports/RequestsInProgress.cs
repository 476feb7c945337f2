using System.Collections.Concurrent;

namespace KbApi.Server.Reports;

/// <summary>The keys of requests that are being answered, so that the same request at the same time is told to wait.</summary>
internal sealed class RequestsInProgress
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    /// <summary>Marks a request as begun; dispose of the result when it is answered. Null where it is being answered already.</summary>
    /// <param name="keyHash">The hash of its key; null where it has none, and is never in anybody's way.</param>
    public IDisposable? TryBegin(string? keyHash)
    {
        if (keyHash is null)
        {
            return new Mark(this, keyHash: null);
        }

        return _keys.TryAdd(keyHash, true) ? new Mark(this, keyHash) : null;
    }

    private sealed class Mark(RequestsInProgress all, string? keyHash) : IDisposable
    {
        public void Dispose()
        {
            if (keyHash is not null)
            {
                all._keys.TryRemove(keyHash, out _);
            }
        }
    }
}
