using System.Net;
using System.Reflection;
using KbApi.Cli.Watch.Content;
using KbApi.Content.Rendering;
using KbApi.Server.Documents;
using KbApi.Server.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KbApi.Cli.Watch.Preview;

/// <summary>Serves the pages of <c>kb watch</c> to this machine and no other.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const int UsualPort = 5081;
    private const long MaxBody = 16 * 1024;

    private readonly WebApplication _app;

    private PreviewServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="session">What it shows; it was read.</param>
    /// <param name="port">The port, 0 for any that is free; null for the usual one, or any where that is taken.</param>
    /// <param name="cancellation">Ends the start early.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PreviewServer> StartAsync(WatchSession session, int? port, CancellationToken cancellation)
    {
        try
        {
            return await StartOnAsync(session, port ?? UsualPort, cancellation);
        }
        catch (IOException) when (port is null)
        {
            return await StartOnAsync(session, 0, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<PreviewServer> StartOnAsync(WatchSession session, int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton(session);
        builder.Services.AddSingleton(new SiteAssets(Assembly.GetExecutingAssembly()));
        builder.Services.AddSingleton<HtmlFragment>();
        builder.Services.AddSingleton<DocumentRenderer>();
        builder.Services.AddSingleton<PreviewToken>();
        builder.Services.AddSingleton<PreviewEvents>();
        var app = builder.Build();
        app.Use(HostCheck.Invoke);
        app.UseRouting();
        app.MapAssets();
        app.MapPreview();
        app.Services.GetRequiredService<PreviewEvents>();
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new PreviewServer(app);
    }
}
