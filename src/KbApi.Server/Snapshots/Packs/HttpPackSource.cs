using System.Net;
using System.Net.Http.Headers;
using KbApi.Search.Packs;

namespace KbApi.Server.Snapshots.Packs;

/// <summary>The files of a pack at an address.</summary>
/// <param name="client">Asks for them.</param>
/// <param name="address">The address of the manifest.</param>
/// <param name="timeout">How long a file may take.</param>
internal sealed class HttpPackSource(HttpClient client, Uri address, TimeSpan timeout) : PackSource
{
    private const int Connections = 2;

    public override string Name { get; } = NameOf(address);

    public override int MaxParallelism => Connections;

    /// <summary>The address beside which the files are.</summary>
    /// <param name="manifest">The address of the manifest.</param>
    public static string NameOf(Uri manifest) => new Uri(manifest, ".").ToString();

    /// <summary>The manifest and its entity tag; no manifest where it still has the tag that is known.</summary>
    /// <exception cref="PackException">It can't be fetched, or is too large.</exception>
    public async Task<(byte[]? Manifest, string? Tag)> ReadManifestAsync(string? known, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null && EntityTagHeaderValue.TryParse(known, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await FetchAsync(address, async patience =>
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience);
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return ((byte[]?)null, known);
            }

            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync(patience);
            return (await ReadManifestAsync(stream, address.ToString(), patience), response.Headers.ETag?.ToString());
        }, cancellation);
    }

    public override async Task<Stream> OpenAsync(string path, CancellationToken cancellation)
    {
        var target = path == PackManifest.FileName ? address : new Uri(address, path);
        return await FetchAsync(target, async patience =>
        {
            // The patience ends with the file, not with the headers: the stream takes it along.
            var response = await client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead, patience);
            if (!response.IsSuccessStatusCode)
            {
                using (response)
                {
                    response.EnsureSuccessStatusCode();
                }
            }

            return (Stream)new FetchedStream(target.ToString(), response, await response.Content.ReadAsStreamAsync(patience), timeout);
        }, cancellation);
    }

    private async Task<T> FetchAsync<T>(Uri target, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(timeout);
        try
        {
            return await fetch(patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException and not PackException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw PackException.CannotFetch(target.ToString(), ReasonOf(e), e);
        }
    }

    /// <summary>One sentence.</summary>
    internal static string ReasonOf(Exception e)
    {
        var reason = e is OperationCanceledException ? "it took too long." : e.Message;
        return reason.EndsWith('.') ? reason : reason + ".";
    }
}
