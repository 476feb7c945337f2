using System.Text.Json;
using KbApi.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace KbApi.Browser.Tests.Embeds;

/// <summary>Answers in a page of another site, in its style and under its policy.</summary>
[Collection(SiteGroup.Name)]
public sealed class EmbedTests(SiteFixture fixture)
{
    private const string Watch = """
        window.told = []; window.shift = 0;
        for (const name of ['kb-answer:loaded', 'kb-answer:missing', 'kb-search:results']) addEventListener(name, e => told.push({ name, target: e.target.id, ...e.detail }));
        new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        """;

    [BrowserFact]
    public async Task An_answer_takes_its_place_in_a_foreign_page_under_a_strict_policy()
    {
        await using var portal = await PortalServer.StartAsync(fixture.Site);
        await using var visit = await fixture.VisitAsync();
        await visit.Page.AddInitScriptAsync(Watch);
        await visit.Page.GotoAsync(portal.Address + "/index.html");

        var answer = visit.Page.Locator("#answer");
        await Expect(answer.Locator("[part=title]")).ToHaveTextAsync("OnPremisesAdminActionRequired = 29");
        await Expect(answer.Locator("[part=resolution]")).ToContainTextAsync("Ask your administrator to look into it.");
        await Expect(answer.Locator("[part=link]")).ToHaveAttributeAsync("href", fixture.Site + "/entries/sspr/sspr-0029?locale=en");
        await Expect(answer.Locator("text=extension 1234")).ToBeHiddenAsync();
        Assert.Equal("rgb(109, 26, 43)", await answer.Locator("[part=title]").EvaluateAsync<string>("e => getComputedStyle(e).color"));
        var missing = visit.Page.Locator("#missing");
        await Expect(missing.Locator("text=we don't know this one yet")).ToBeVisibleAsync();
        await Expect(missing.Locator("[part=list] li").First).ToContainTextAsync("SSPR_00");

        var told = (await visit.Page.EvaluateAsync<JsonElement>("told")).EnumerateArray().ToDictionary(t => t.GetProperty("target").GetString()!);
        Assert.Equal("kb-answer:loaded", told["answer"].GetProperty("name").GetString());
        Assert.Equal("sspr/sspr-0029", told["answer"].GetProperty("id").GetString());
        Assert.Equal("current", told["answer"].GetProperty("staleness").GetString());
        Assert.Equal("kb-answer:missing", told["missing"].GetProperty("name").GetString());
        Assert.Equal(404, told["missing"].GetProperty("status").GetInt32());
        Assert.Empty(visit.Errors);
    }

    [BrowserFact]
    public async Task Nothing_moves_when_answers_come()
    {
        await using var portal = await PortalServer.StartAsync(fixture.Site);
        await using var visit = await fixture.VisitAsync();
        await visit.Page.AddInitScriptAsync(Watch);
        await visit.Page.RouteAsync("**/v1/codes/**", async route =>
        {
            // Long enough for the page to have been painted without the answer.
            await Task.Delay(300);
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(portal.Address + "/index.html");
        await Expect(visit.Page.Locator("#answer [part=title]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#missing [part=list]")).ToBeVisibleAsync();

        // A frame that grows moves only what stands below it, and is asked for by the page; it stands below the answers here.
        var before = await visit.Page.Locator("#frame").EvaluateAsync<double>("e => e.getBoundingClientRect().top + scrollY");
        Assert.Equal(0, await visit.Page.EvaluateAsync<double>("shift"));
        Assert.True(before > 700, "the frame does not stand below the answers");
    }

    [BrowserFact]
    public async Task The_search_of_a_portal_leads_to_the_entry()
    {
        await using var portal = await PortalServer.StartAsync(fixture.Site);
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(portal.Address + "/index.html");

        await visit.Page.Locator("kb-search input[type=search]").PressSequentiallyAsync("0x80230619");
        var first = visit.Page.Locator("kb-search [part=result]").First;
        await Expect(first).ToContainTextAsync("6329");
        await first.ClickAsync();

        await Expect(visit.Page.Locator(".todo")).ToContainTextAsync("Choose a password that meets all requirements.");
        Assert.Empty(visit.Errors);
    }

    [BrowserTheory]
    [InlineData(0)]
    [InlineData(1500)]
    public async Task A_frame_becomes_as_high_as_its_content_also_where_the_page_begins_to_listen_late(int lateMilliseconds)
    {
        await using var portal = await PortalServer.StartAsync(fixture.Site);
        await using var visit = await fixture.VisitAsync();
        await visit.Page.RouteAsync("**/kb.js", async route =>
        {
            await Task.Delay(lateMilliseconds);
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(portal.Address + "/index.html");

        await Expect(visit.Page.Locator("#frame")).Not.ToHaveAttributeAsync("height", "320");

        var high = int.Parse((await visit.Page.GetAttributeAsync("#frame", "height"))!, System.Globalization.CultureInfo.InvariantCulture);
        var content = await visit.Page.FrameLocator("#frame").Locator("main").EvaluateAsync<double>("e => e.getBoundingClientRect().height");
        Assert.Equal(Math.Ceiling(content), high);
        Assert.Empty(visit.Errors);
    }

    [BrowserFact]
    public async Task Without_script_there_is_the_fragment_and_what_the_page_says_itself()
    {
        await using var portal = await PortalServer.StartAsync(fixture.Site);
        await using var visit = await fixture.VisitAsync(new Visitor { HasScript = false });
        await visit.Page.GotoAsync(portal.Address + "/index.html");

        await Expect(visit.Page.FrameLocator("#fragment").Locator(".kb-title")).ToHaveTextAsync("TenantSSPRFlagDisabled = 9");
        await Expect(visit.Page.FrameLocator("#fragment").Locator(".kb-resolution")).ToContainTextAsync("Ask your administrator to turn on password reset.");
        await Expect(visit.Page.Locator("#answer")).ToContainTextAsync("Call the service desk at extension 1234 and name the code.");
    }

    [BrowserTheory]
    [InlineData("ar", "This translation may be out of date.", "rtl", "stale", false)]
    [InlineData("fr", "There is no text in French yet. You are reading English.", "ltr", "current", true)]
    [InlineData("sv", "Det finns ingen text på svenska ännu. Du läser engelska.", "ltr", "current", true)]
    public async Task A_reader_is_told_of_another_language_and_of_a_text_that_is_out_of_date(string locale, string note, string direction, string staleness, bool isFallback)
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.AddInitScriptAsync(Watch);
        await visit.Page.GotoAsync(fixture.HostileSite + "/browse");
        await visit.Page.AddScriptTagAsync(new() { Url = fixture.HostileSite + "/embed/v1/kb.js", Type = "module" });

        await visit.Page.EvaluateAsync(
            "locale => { const e = document.createElement('kb-answer'); e.id = 'made'; e.setAttribute('entry', 'errors/harm-9001'); e.setAttribute('locale', locale); document.getElementById('main').append(e); }",
            locale);

        await Expect(visit.Page.Locator("#made [part~=note]")).ToHaveTextAsync(note);
        Assert.Equal(direction, await visit.Page.Locator("#made [part=resolution]").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        var told = (await visit.Page.EvaluateAsync<JsonElement>("told"))[0];
        Assert.Equal(staleness, told.GetProperty("staleness").GetString());
        Assert.Equal(isFallback, told.GetProperty("isFallback").GetBoolean());
        Assert.Equal([], await visit.Page.BrokenRulesAsync());
    }

    [BrowserFact]
    public async Task Content_that_means_harm_is_text_in_the_element_too()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.HostileSite + "/browse");
        await visit.Page.AddScriptTagAsync(new() { Url = fixture.HostileSite + "/embed/v1/kb.js", Type = "module" });

        await visit.Page.EvaluateAsync("""
            async () => {
              const { items } = await (await fetch('/v1/entries?article=harm&limit=100&detail=brief')).json();
              const done = items.map(i => new Promise(resolve => {
                const e = document.createElement('kb-answer');
                e.setAttribute('entry', i.id);
                e.addEventListener('kb-answer:loaded', resolve);
                document.getElementById('main').append(e);
              }));
              await Promise.all(done);
            }
            """);

        var elements = await visit.Page.EvaluateAsync<string[]>(
            "[...new Set([...document.querySelectorAll('kb-answer')].flatMap(e => [...e.shadowRoot.querySelectorAll('*')].map(x => x.localName)))].sort()");
        Assert.Empty(elements.Except(["a", "br", "button", "code", "div", "li", "ol", "p"]));
        Assert.False(await visit.Page.EvaluateAsync<bool>("'harmed' in window"));
        Assert.Empty(visit.Errors);
    }
}
