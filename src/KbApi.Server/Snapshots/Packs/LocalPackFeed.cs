using System.Globalization;
using KbApi.Search.Packs;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>A pack on disk.</summary>
internal sealed class LocalPackFeed(string path, TimeSpan interval) : IPackFeed
{
    private string? _settled;
    private bool _isMissing;

    public string Name => path;

    public string SourceName => path;

    public TimeSpan NextDelay() => interval;

    public async Task<PackOffer?> PollAsync(CancellationToken cancellation)
    {
        if (!_isMissing && _settled is not null && !Path.Exists(path))
        {
            // It is being replaced, and back the next time.
            _isMissing = true;
            return null;
        }

        _isMissing = false;
        var stamp = StampOf(path);
        if (stamp == _settled)
        {
            return null;
        }

        var source = PackSource.At(path);
        try
        {
            return new PackOffer(source, await source.ReadManifestAsync(cancellation), stamp);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public void Settle(PackOffer offer) => _settled = offer.Stamp;

    public void Dispose()
    {
        // Nothing is held between offers.
    }

    /// <summary>Changes when any of the files does.</summary>
    private static string StampOf(string path)
    {
        IEnumerable<FileInfo> files = Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories) : [new FileInfo(path)];
        return string.Join('\n', files
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.FullName}:{f.Length}:{f.LastWriteTimeUtc.Ticks}"))
            .Order(StringComparer.Ordinal));
    }
}
