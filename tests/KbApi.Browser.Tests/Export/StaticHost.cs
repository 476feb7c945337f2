using KbApi.Browser.Tests.Watch;
using KbApi.Cli.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace KbApi.Browser.Tests.Export;

/// <summary>This repository's content as an exported site, under a path of a server that knows nothing but files.</summary>
public sealed class StaticHost : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private WebApplication? _app;

    /// <summary>The address of the site, with a slash at its end.</summary>
    public string Site { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var folder = System.IO.Path.Combine(_folder.Path, "help");
        var terminal = new QuietTerminal();
        var code = await KbCommand.RunAsync(["export", "--static", folder, Repository.Content], terminal);
        Assert.True(code == 0, terminal.Error.ToString());
        _folder.Write("portal.html", """
            <!DOCTYPE html>
            <html lang="sv"><head><meta charset="utf-8"><title>Portal</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
            <script type="module" src="help/embed/v1/kb.js"></script></head>
            <body><main><h1>Portal</h1><kb-answer code="sspr 29"></kb-answer><kb-answer code="SSPR_9999">Ring oss.</kb-answer><kb-search></kb-search></main></body></html>
            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(_folder.Path), StaticFileOptions = { ServeUnknownFileTypes = true } });
        await _app.StartAsync();
        Site = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/help/";
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();
}
