using KbApi.Search.Packs;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>Where packs come from, one after the other.</summary>
internal interface IPackFeed : IDisposable
{
    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The <see cref="PackSource.Name"/> of what it offers.</summary>
    public string SourceName { get; }

    /// <summary>How long to wait before asking again.</summary>
    public TimeSpan NextDelay();

    /// <summary>What is there, or null where nothing has changed since the last offer that was accepted or is known to be bad.</summary>
    /// <exception cref="IOException">It can't be read now.</exception>
    public Task<PackOffer?> PollAsync(CancellationToken cancellation);

    /// <summary>An offer is settled: it is not made again until it changes.</summary>
    public void Settle(PackOffer offer);
}

/// <summary>A pack that could be served.</summary>
/// <param name="Source">Its files.</param>
/// <param name="Manifest">Its manifest as it is stored.</param>
/// <param name="Stamp">What the feed knows it by.</param>
internal sealed record PackOffer(PackSource Source, byte[] Manifest, string Stamp) : IDisposable
{
    public void Dispose() => Source.Dispose();
}
