using System.Net;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace KbApi.Browser.Tests.Support;

/// <summary>A server on this repository's content, one on hostile content, and a browser; for all tests.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private const float ExpectTimeout = 20_000;

    private readonly List<WebApplication> _apps = [];
    private readonly List<IDisposable> _folders = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The address of the server, without a slash at its end.</summary>
    public string Site { get; private set; } = "";

    /// <summary>The address of a server whose content means harm, and is partly in Arabic.</summary>
    public string HostileSite { get; private set; } = "";

    internal HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        if (Chromium.Reason is not null)
        {
            return;
        }

        // A busy machine takes its time; what never comes fails all the same.
        Assertions.SetDefaultExpectTimeout(ExpectTimeout);
        var hostile = new TempFolder();
        _folders.Add(hostile);
        HostileContent.WriteTo(hostile);
        FuzzedContent.WriteTo(hostile);
        Site = await ServeAsync(Repository.Content);
        HostileSite = await ServeAsync(hostile.Path);
        await AskInVainAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        Client.Dispose();
        _folders.ForEach(f => f.Dispose());
    }

    /// <summary>A page of a visitor of their own. What goes wrong in it is kept.</summary>
    internal async Task<Visit> VisitAsync(Visitor? visitor = null)
    {
        visitor ??= new Visitor();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = visitor.Locale,
            ColorScheme = visitor.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = visitor.HasScript,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = visitor.Width, Height = visitor.Width < 600 ? 844 : 900 },
        });
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>Asks what the content does not answer, so that the page about its health has something to show.</summary>
    private async Task AskInVainAsync()
    {
        foreach (var path in new[] { "/v1/codes/31099", "/v1/codes/31099", "/v1/codes/SSPR_0031", "/v1/search?q=Xylofonkonsert" })
        {
            (await Client.GetAsync(new Uri(Site + path))).Dispose();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await Client.GetStringAsync(new Uri(Site + "/health"), patience.Token)).Contains("Xylofonkonsert", StringComparison.OrdinalIgnoreCase))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<string> ServeAsync(string content)
    {
        var store = new TempFolder();
        _folders.Add(store);
        var app = KbApiServer.Create(["--urls", "http://127.0.0.1:0", "--Kb:Content:0", content, "--Kb:SearchIndexFolder", "", "--Kb:Store", Path.Combine(store.Path, "kb.db")], builder => builder.Logging.ClearProviders());
        _apps.Add(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await Client.GetAsync(new Uri(address + "/health/ready"), patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(50, patience.Token);
        }

        return address;
    }
}

/// <summary>Who visits.</summary>
internal sealed record Visitor
{
    public string Locale { get; init; } = "en-US";

    public bool IsDark { get; init; }

    public bool HasScript { get; init; } = true;

    public int Width { get; init; } = 1280;
}

/// <summary>A page that is being visited, and what its console says.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                Errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Errors.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Errors.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and what the policy of a page refused.</summary>
    public List<string> Errors { get; } = [];

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SiteGroup : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}
