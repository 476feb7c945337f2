using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KbApi.Cli.Export.Pages;

/// <summary>Makes of a page of the server one that files alone can serve: links lead to files, and what needs a server is taken out.</summary>
/// <param name="links">Which address becomes which file.</param>
/// <param name="snapshot">The words about the content at the foot of each page, by locale.</param>
/// <param name="baseUrl">Where the site will stand, with a slash at its end; null where that is not known.</param>
internal sealed class PageRewriter(SiteLinks links, Func<string, string> snapshot, Uri? baseUrl)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

    private readonly HtmlParser _parser = new();

    /// <summary>The page as a file, and the pages that it leads to.</summary>
    /// <param name="html">The page.</param>
    /// <param name="file">Its file.</param>
    /// <param name="locale">Its locale.</param>
    /// <param name="root">What leads from it to the root of the site; by default that of its folder.</param>
    public (string Html, IReadOnlyList<(ExportedPage Page, string File)> Leads) Rewrite(string html, string file, string locale, string? root = null)
    {
        using var document = _parser.ParseDocument(html);
        root ??= string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));
        var leads = new List<(ExportedPage, string)>();
        RewriteHead(document, locale, root);
        RewriteForms(document, locale, root);
        foreach (var link in document.QuerySelectorAll("a[href]").ToList())
        {
            RewriteLink(link, locale, root, leads);
        }

        foreach (var list in document.QuerySelectorAll("main ul, nav ul, footer ul").Where(u => u.ChildElementCount == 0).ToList())
        {
            list.Remove();
        }

        var body = document.Body!;
        body.RemoveAttribute("data-api");
        body.SetAttribute("data-root", root);
        body.SetAttribute("data-locale", locale);
        if (document.QuerySelector(".site-footer p") is { } foot)
        {
            foot.TextContent = snapshot(locale);
        }

        return ("<!DOCTYPE html>\n" + document.DocumentElement.ToHtml() + "\n", leads);
    }

    /// <summary>A link of a page to a file of the site, or nothing where it leads to what needs a server.</summary>
    private void RewriteLink(IElement link, string locale, string root, List<(ExportedPage, string)> leads)
    {
        var href = link.GetAttribute("href")!;
        if (href.StartsWith('#') || (Uri.TryCreate(href, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto"))
        {
            return;
        }

        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var (address, anchor) = hash < 0 ? (href, "") : (href[..hash], href[hash..]);
        if (address.StartsWith('/') && links.Find(address, locale) is var (page, file))
        {
            var isSearch = page.Path == "/search";
            link.SetAttribute("href", root + Escape(file) + (isSearch ? page.Query : "") + anchor);
            leads.Add((isSearch ? page with { Query = "" } : page, file));
        }
        else if (address.StartsWith('/') && links.FindFile(address, locale) is { } data)
        {
            link.SetAttribute("href", root + Escape(data));
        }
        else if (link.Closest(".document") is not null)
        {
            // A document's own link to something that is not here: its words stay.
            link.RemoveAttribute("href");
        }
        else
        {
            (link.ParentElement is { LocalName: "li" } item ? item : link).Remove();
        }
    }

    private void RewriteForms(IHtmlDocument document, string locale, string root)
    {
        foreach (var form in document.QuerySelectorAll("form").ToList())
        {
            if (form.GetAttribute("action") is not { } action || links.Find(action, locale) is not var (_, file))
            {
                form.Remove();
                continue;
            }

            form.SetAttribute("action", root + Escape(file));
            foreach (var input in form.QuerySelectorAll("input"))
            {
                if (input.GetAttribute("type") == "hidden")
                {
                    input.Remove();
                }

                input.RemoveAttribute("data-live");
                input.RemoveAttribute("data-suggest");
            }
        }
    }

    private void RewriteHead(IHtmlDocument document, string locale, string root)
    {
        var head = document.Head!;
        foreach (var link in head.QuerySelectorAll("link[href], script[src]").ToList())
        {
            var name = link.LocalName == "link" ? "href" : "src";
            var address = link.GetAttribute(name)!;
            if (link.GetAttribute("rel") is "canonical" or "alternate")
            {
                RewriteRelation(link, address, locale);
            }
            else if (links.FindFile(address, locale) is { } asset)
            {
                var at = address.IndexOf('?', StringComparison.Ordinal);
                link.SetAttribute(name, root + Escape(asset) + (at < 0 ? "" : address[at..]));
            }
        }

        foreach (var data in head.QuerySelectorAll("script[type='application/ld+json']"))
        {
            // A script is not escaped; the encoder of JSON leaves nothing in it that could end it.
            data.TextContent = RewriteData(JsonNode.Parse(data.TextContent)!, locale)!.ToJsonString(JsonSerializerOptions.Web);
        }

        var policy = document.CreateElement("meta");
        policy.SetAttribute("http-equiv", "Content-Security-Policy");
        policy.SetAttribute("content", Policy);
        head.InsertBefore(policy, head.QuerySelector("link, script"));
        var script = document.CreateElement("script");
        script.SetAttribute("type", "module");
        script.SetAttribute("src", root + "assets/static-site.js");
        head.AppendChild(script);
    }

    /// <summary>Relations to other pages are absolute, so they need to know where the site stands.</summary>
    private void RewriteRelation(IElement link, string address, string locale)
    {
        var target = address.StartsWith("https://" + InProcessServer.Host, StringComparison.Ordinal) ? address["https://".Length..][InProcessServer.Host.Length..] : address;
        var found = links.Find(target, locale)?.File ?? links.FindFile(target, locale);
        if (baseUrl is null || found is null)
        {
            link.Remove();
            return;
        }

        link.SetAttribute("href", new Uri(baseUrl, Escape(found)).AbsoluteUri);
    }

    private JsonNode? RewriteData(JsonNode node, string locale)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is not null && RewriteData(value.DeepClone(), locale) is { } kept)
                    {
                        members[name] = kept;
                    }
                    else
                    {
                        members.Remove(name);
                    }
                }

                return members;
            case JsonArray items:
                return new JsonArray([.. items.Where(i => i is not null).Select(i => RewriteData(i!.DeepClone(), locale)).Where(i => i is not null)]);
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("https://" + InProcessServer.Host, StringComparison.Ordinal):
                var found = links.Find(text["https://".Length..][InProcessServer.Host.Length..], locale);
                return baseUrl is null || found is null ? null : JsonValue.Create(new Uri(baseUrl, Escape(found.Value.File)).AbsoluteUri);
            default:
                return node;
        }
    }

    private static string Escape(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
