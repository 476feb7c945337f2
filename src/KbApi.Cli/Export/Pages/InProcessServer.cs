using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace KbApi.Cli.Export.Pages;

/// <summary>What was answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
internal sealed record InProcessAnswer(int Status, byte[] Body);

/// <summary>Hands requests to the server's own code, without a network: what is exported is what it answers.</summary>
internal sealed class InProcessServer : IServer
{
    /// <summary>The host that requests name. No other has this name, so addresses with it are ours.</summary>
    public const string Host = "site.invalid";

    private Func<IFeatureCollection, Task> _handle = _ => throw new InvalidOperationException("Start the server first.");

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _handle = async features =>
        {
            var context = application.CreateContext(features);
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, exception: null);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks for a path.</summary>
    /// <param name="path">The path, not escaped.</param>
    /// <param name="query">The query, with its question mark, escaped.</param>
    /// <param name="accept">The media type that is wanted.</param>
    public async Task<InProcessAnswer> GetAsync(string path, string query, string accept)
    {
        using var body = new MemoryStream();
        var features = new FeatureCollection();
        var response = new HttpResponseFeature();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = "HTTP/1.1",
            Scheme = "https",
            Path = path,
            QueryString = query,

            // Answers are kept by this.
            RawTarget = string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) + query,
            Headers = new HeaderDictionary { [HeaderNames.Host] = Host, [HeaderNames.Accept] = accept },
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await _handle(features);
        return new InProcessAnswer(response.StatusCode, body.ToArray());
    }

    public void Dispose()
    {
        // Nothing was opened.
    }
}
