using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KbApi.Server.Tests.Packs;

/// <summary>Serves the files of a folder over HTTP, with entity tags, as any file server does; and breaks off in the middle of them when told to.</summary>
internal sealed class PackHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _manifests;
    private int _unchanged;

    private PackHost(WebApplication app) => _app = app;

    /// <summary>The folder that is served.</summary>
    public volatile string Folder = "";

    /// <summary>Whether answers end after half of the file.</summary>
    public volatile bool BreaksOff;

    /// <summary>Whether there is an answer at all.</summary>
    public volatile bool IsDown;

    /// <summary>How often the manifest was asked for.</summary>
    public int Manifests => Volatile.Read(ref _manifests);

    /// <summary>How often it had not changed.</summary>
    public int Unchanged => Volatile.Read(ref _unchanged);

    public string Address { get; private set; } = "";

    public static async Task<PackHost> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var host = new PackHost(builder.Build()) { Folder = folder };
        host._app.MapGet("/packs/{**path}", host.AnswerAsync);
        await host._app.StartAsync();
        host.Address = host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/packs/kbpack.json";
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string path)
    {
        var file = Path.Combine(Folder, path);
        if (IsDown || !File.Exists(file))
        {
            context.Response.StatusCode = IsDown ? (int)HttpStatusCode.ServiceUnavailable : (int)HttpStatusCode.NotFound;
            return;
        }

        var bytes = await File.ReadAllBytesAsync(file);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        context.Response.Headers.ETag = tag;
        var isManifest = path == "kbpack.json";
        if (isManifest)
        {
            Interlocked.Increment(ref _manifests);
        }

        if (context.Request.Headers.IfNoneMatch == tag)
        {
            Interlocked.Increment(ref _unchanged);
            context.Response.StatusCode = (int)HttpStatusCode.NotModified;
            return;
        }

        context.Response.ContentLength = bytes.Length;
        if (BreaksOff && !isManifest)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes);
    }
}
