using System.Text.Json;
using KbApi.Browser.Tests.Support;

namespace KbApi.Browser.Tests.Security;

/// <summary>Documents, queries and reports that mean harm are text in the browser, and nothing else.</summary>
[Collection(SiteGroup.Name)]
public sealed class HostileContentTests(SiteFixture fixture)
{
    /// <summary>What would have harmed: scripts that ran, handlers, addresses that run, elements that fetch.</summary>
    private const string FindHarm = """
        () => {
          const found = [];
          if (window.harmed) found.push('a script ran');
          const roots = [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)];
          for (const element of roots.flatMap(r => [...r.querySelectorAll('*')])) {
            for (const { name, value } of element.attributes) {
              if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'ping') found.push(`${element.localName} has ${name}`);
              if (['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(name) && /^[\s\u0000-\u0020]*(javascript|vbscript|data):/i.test(value)) found.push(`${element.localName} has ${name}=${value}`);
            }
            if (element.localName === 'base' && element.hasAttribute('href')) found.push('base');
            if (['iframe', 'object', 'embed', 'marquee', 'math', 'template', 'style'].includes(element.localName)) found.push(element.localName);
            if (element.localName === 'script' && !element.src && element.type !== 'application/ld+json') found.push('script');
            if (element.localName === 'meta' && element.httpEquiv) found.push('meta');
          }
          return found;
        }
        """;

    [BrowserFact]
    public async Task Documents_that_mean_harm_do_none_on_any_page()
    {
        await using var visit = await fixture.VisitAsync();
        var entries = await EntriesAsync();
        Assert.True(entries.Count >= HostileContent.Vectors.Count * 3 / 4, $"only {entries.Count} entries were read");
        string[] pages = ["/", "/browse", "/browse?by=family", "/articles/harm", "/articles/harm?view=document", "/entries?article=harm", "/search?q=words", "/health"];
        foreach (var path in pages.Concat(entries.Select(id => "/entries/" + id)).Concat(entries.Select(id => $"/embed/v1/frames/{id}.html")))
        {
            await visit.Page.GotoAsync(fixture.HostileSite + path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
            Assert.Equal((path, ""), (path, string.Join("; ", await visit.Page.EvaluateAsync<string[]>(FindHarm))));
            if (path.StartsWith("/entries/", StringComparison.Ordinal))
            {
                await CheckLinkedDataAsync(visit.Page);
            }
        }

        Assert.Equal([], visit.Errors);
    }

    [BrowserFact]
    public async Task Documents_that_are_broken_at_random_do_no_harm_on_pages_and_in_pages_of_others()
    {
        await using var visit = await fixture.VisitAsync();
        await using var portal = await fixture.VisitAsync();
        for (var i = 0; i < FuzzedContent.Documents; i++)
        {
            var (page, path) = (visit.Page, $"/articles/fuzz-{i}");
            await page.GotoAsync(fixture.HostileSite + path + "?view=document", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
            Assert.Equal((path, ""), (path, string.Join("; ", await page.EvaluateAsync<string[]>(FindHarm))));

            // A page without a policy of its own takes the HTML of the API as it is.
            using var request = new HttpRequestMessage(HttpMethod.Get, fixture.HostileSite + "/v1" + path);
            request.Headers.Add("Accept", "text/html");
            using var answer = await fixture.Client.SendAsync(request);
            await portal.Page.SetContentAsync("<!DOCTYPE html><title>Portal</title><div id=answer></div>");
            await portal.Page.EvaluateAsync("html => { document.getElementById('answer').innerHTML = html; }", await answer.Content.ReadAsStringAsync());
            Assert.Equal((path, ""), (path, string.Join("; ", await portal.Page.EvaluateAsync<string[]>(FindHarm))));
        }

        Assert.Equal([], visit.Errors);
        Assert.Equal([], portal.Errors);
    }

    [BrowserFact]
    public async Task What_visitors_type_and_paste_is_shown_as_text()
    {
        await using var visit = await fixture.VisitAsync();
        foreach (var vector in HostileContent.Vectors)
        {
            await visit.Page.GotoAsync(fixture.Site + "/search?q=" + Uri.EscapeDataString(vector), new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
            Assert.Equal((vector, ""), (vector, string.Join("; ", await visit.Page.EvaluateAsync<string[]>(FindHarm))));
            Assert.Equal(vector, await visit.Page.InputValueAsync("#search"));
        }

        await visit.Page.GotoAsync(fixture.Site + "/paste");
        var all = "SSPR_0029 " + string.Join("\n", HostileContent.Vectors);
        await visit.PasteAsync(all);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(FindHarm));
        Assert.Contains("</textarea></title></style><script>", await visit.Page.InnerTextAsync(".report"), StringComparison.Ordinal);
        Assert.Equal([], visit.Errors);
    }

    /// <summary>Linked data of an entry is data, and says what the page says.</summary>
    private static async Task CheckLinkedDataAsync(Microsoft.Playwright.IPage page)
    {
        var data = await page.Locator("script[type='application/ld+json']").AllTextContentsAsync();
        using var json = JsonDocument.Parse(Assert.Single(data));
        Assert.Equal("FAQPage", json.RootElement.GetProperty("@type").GetString());
        Assert.Equal(await page.Locator("h1").TextContentAsync(), json.RootElement.GetProperty("name").GetString());
    }

    private async Task<List<string>> EntriesAsync()
    {
        using var answer = JsonDocument.Parse(await fixture.Client.GetStringAsync(new Uri(fixture.HostileSite + "/v1/entries?article=harm&limit=100&detail=brief")));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];
    }
}
