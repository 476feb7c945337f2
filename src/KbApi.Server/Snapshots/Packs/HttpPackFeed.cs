using System.Net;
using System.Net.Http.Headers;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>A pack at an address: that of its manifest, beside which its files are.</summary>
internal sealed class HttpPackFeed : IPackFeed
{
    /// <summary>Replicas that were started together do not ask together.</summary>
    private const double Jitter = 0.1;

    /// <summary>A pack that can't be used is fetched again after twice the time each time, up to so many times the interval.</summary>
    private const int LongestDelay = 16;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _timeout;
    private string? _settled;
    private int _delay = 1;

    public HttpPackFeed(string address, TimeSpan interval, TimeSpan timeout)
    {
        (_address, _interval, _timeout) = (new Uri(address), interval, timeout);
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,

            // The name may lead to another machine by then.
            PooledConnectionLifetime = ConnectionLifetime,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("KbApi", typeof(HttpPackFeed).Assembly.GetName().Version?.ToString(3)));
    }

    public string Name => _address.ToString();

    public string SourceName => HttpPackSource.NameOf(_address);

    public TimeSpan NextDelay() => _interval * _delay * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));

    public async Task<PackOffer?> PollAsync(CancellationToken cancellation)
    {
        var source = new HttpPackSource(_client, _address, _timeout);
        try
        {
            var (manifest, tag) = await source.ReadManifestAsync(_settled, cancellation);
            if (manifest is not null)
            {
                _delay = Math.Min(_delay * 2, LongestDelay);
                return new PackOffer(source, manifest, tag ?? "");
            }
        }
        catch
        {
            source.Dispose();
            throw;
        }

        source.Dispose();
        return null;
    }

    /// <summary>Without an entity tag the manifest is fetched each time; it is small.</summary>
    public void Settle(PackOffer offer)
    {
        _settled = offer.Stamp.Length == 0 ? null : offer.Stamp;
        _delay = 1;
    }

    public void Dispose() => _client.Dispose();
}
