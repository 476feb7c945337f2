using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KbApi.Cli.Export.Files;
using KbApi.Cli.Export.Index;
using KbApi.Cli.Export.Pages;
using KbApi.Content.Model;
using KbApi.Server.Hosting;
using KbApi.Server.Site;
using KbApi.Server.Snapshots;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KbApi.Cli.Export;

/// <summary>Writes all of the site as files: what the server answers, with links that lead to files.</summary>
internal sealed class StaticExport
{
    private const string Html = "text/html";
    private const string Json = "application/json";

    private readonly KnowledgeBase _knowledgeBase;
    private readonly ImmutableArray<string> _locales;
    private readonly InProcessServer _server;
    private readonly IServiceProvider _services;
    private readonly SiteLinks _links;
    private readonly PageRewriter _rewriter;
    private readonly Uri? _baseUrl;

    private StaticExport(KnowledgeBase knowledgeBase, InProcessServer server, IServiceProvider services, Uri? baseUrl, Func<string, string> snapshot)
    {
        (_knowledgeBase, _server, _services, _baseUrl) = (knowledgeBase, server, services, baseUrl);
        var own = SiteWords.Languages.Where(l => knowledgeBase.Locales.All(known => known.Language != l));
        _locales = [.. knowledgeBase.Locales.Select(l => l.Value), .. own];
        _links = new SiteLinks(knowledgeBase, _locales);
        _rewriter = new PageRewriter(_links, snapshot, baseUrl);
    }

    /// <summary>Writes a site.</summary>
    /// <param name="knowledgeBase">The content.</param>
    /// <param name="content">A path that exists; the server asks for one.</param>
    /// <param name="folder">Where it is written.</param>
    /// <param name="baseUrl">Where it will stand, with a slash at its end; null where that is not known.</param>
    /// <param name="snapshot">What stands at the foot of pages, by locale.</param>
    /// <param name="progress">Told the number of pages written so far.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task WriteAsync(
        KnowledgeBase knowledgeBase, string content, SiteFolder folder, Uri? baseUrl, Func<string, string> snapshot, IProgress<int>? progress, CancellationToken cancellation)
    {
        using var server = new InProcessServer();
        await using var app = KbApiServer.Create(["--Kb:Content:0", content, "--Kb:SearchIndexFolder", "", "--Kb:Store", "off"], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IServer>(server);
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(SnapshotFeed)));
        });
        app.Services.GetRequiredService<SnapshotStore>().Offer(knowledgeBase, Rules.Configuration.SeverityOptions.Default);
        await app.StartAsync(cancellation);
        var export = new StaticExport(knowledgeBase, server, app.Services, baseUrl, snapshot);
        await export.WritePagesAsync(folder, progress, cancellation);
        await export.WriteDataAsync(folder, cancellation);
        export.WriteAssets(folder);
        SiteTexts.Write(folder, knowledgeBase, export._locales, app.Services, baseUrl);
        await app.StopAsync(cancellation);
        folder.Finish(knowledgeBase.SnapshotId);
    }

    /// <summary>All pages that there are addresses for, and all that those lead to.</summary>
    private async Task WritePagesAsync(SiteFolder folder, IProgress<int>? progress, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(ExportedPage Page, string File)>();
        foreach (var page in _locales.SelectMany(Beginnings))
        {
            Open(page);
        }

        var count = 0;
        while (open.TryDequeue(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var lead in await WritePageAsync(folder, next.Page, next.File))
            {
                Open(lead);
            }

            progress?.Report(++count);
        }

        var home = new ExportedPage(_knowledgeBase.DefaultLocale.Value, "/", "");
        await WritePageAsync(folder, _locales.Contains(home.Locale, StringComparer.Ordinal) ? home : home with { Locale = _locales[0] }, "index.html");
        var missing = await _server.GetAsync("/no/such/page", "?locale=" + _locales[0], Html);
        folder.Write("404.html", _rewriter.Rewrite(Encoding.UTF8.GetString(missing.Body), "404.html", _locales[0], _baseUrl?.AbsolutePath ?? "/").Html);

        void Open((ExportedPage Page, string File) page)
        {
            if (seen.Add(page.File))
            {
                open.Enqueue(page);
            }
        }
    }

    private IEnumerable<(ExportedPage Page, string File)> Beginnings(string locale)
    {
        string[] addresses =
        [
            "/", "/search", "/browse", "/browse?by=source", "/browse?by=family",
            .. _knowledgeBase.Entries.Items.Select(e => "/entries/" + Uri.EscapeDataString(e.Id)),
            .. _knowledgeBase.Articles.Items.SelectMany(a => new[] { "/articles/" + Uri.EscapeDataString(a.Id), "/articles/" + Uri.EscapeDataString(a.Id) + "?view=document" }),
        ];
        return addresses.Select(a => _links.Find(a, locale)!.Value);
    }

    private async Task<IReadOnlyList<(ExportedPage Page, string File)>> WritePageAsync(SiteFolder folder, ExportedPage page, string file)
    {
        var answer = await _server.GetAsync(page.Path, page.FullQuery, Html);
        var (html, leads) = _rewriter.Rewrite(Encoding.UTF8.GetString(answer.Body), file, page.Locale);
        folder.Write(file, html);
        return leads;
    }

    /// <summary>Entries and articles as the API answers them, articles as they are written, and the index.</summary>
    private async Task WriteDataAsync(SiteFolder folder, CancellationToken cancellation)
    {
        foreach (var locale in _locales)
        {
            foreach (var id in _knowledgeBase.Entries.Items.Select(e => e.Id))
            {
                cancellation.ThrowIfCancellationRequested();
                folder.Write(SiteLinks.EntryFile(locale, id, ".json"), (await _server.GetAsync("/v1/entries/" + id, "?locale=" + locale, Json)).Body);
            }

            foreach (var id in _knowledgeBase.Articles.Items.Select(a => a.Id))
            {
                folder.Write(SiteLinks.ArticleFile(locale, id, ".json"), (await _server.GetAsync("/v1/articles/" + id, "?locale=" + locale, Json)).Body);
            }

            var chain = _knowledgeBase.ChainFor(LocaleTag.Parse(locale));
            foreach (var (path, bytes) in new SearchShards([.. _knowledgeBase.Entries.Items.Select(e => e.InFirstOf(chain)).OfType<Entry>()], chain[0].Language, _knowledgeBase).Files())
            {
                folder.Write($"{locale}/{path}", bytes);
            }
        }

        foreach (var article in _knowledgeBase.Articles.Items.SelectMany(a => a.Variants))
        {
            folder.Write(SiteLinks.SourceFile(article), article.Text.Content);
        }

        folder.Write("locales.json", JsonSerializer.Serialize(new { items = _locales, snapshot = _knowledgeBase.SnapshotId }) + "\n");
    }

    private void WriteAssets(SiteFolder folder)
    {
        const string Prefix = "export-assets/";
        var assets = _services.GetRequiredService<SiteAssets>();
        foreach (var name in new[] { "site.css", "site.js", "theme.js", "icon.svg", "inter.woff2", "inter.LICENSE.txt" })
        {
            folder.Write("assets/" + name, assets.Find(name)!.Bytes);
        }

        folder.Write("embed/v1/kb-elements.js", assets.Find("kb.js")!.Bytes);
        var assembly = typeof(StaticExport).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            folder.Write((name == "kb.js" ? "embed/v1/" : "assets/") + name, bytes);
        }
    }
}
