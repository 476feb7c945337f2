using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KbApi.Browser.Tests.Embeds;

/// <summary>The portal of <c>samples/portal</c> as a site of its own, beside the knowledge base that it names.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    private const string NamedAddress = "http://localhost:5080";

    private readonly WebApplication _app;

    private PortalServer(WebApplication app, string address) => (_app, Address) = (app, address);

    public string Address { get; }

    public static async Task<PortalServer> StartAsync(string knowledgeBase)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{name}", (string name) => Send(name, knowledgeBase));
        await app.StartAsync();
        return new PortalServer(app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static IResult Send(string name, string knowledgeBase)
    {
        var file = Path.Combine(Repository.Root, "samples", "portal", Path.GetFileName(name));
        return File.Exists(file)
            ? Results.Content(File.ReadAllText(file).Replace(NamedAddress, knowledgeBase, StringComparison.Ordinal), name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/html")
            : Results.NotFound();
    }
}
