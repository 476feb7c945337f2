using KbApi.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KbApi.Browser.Tests.Export;

/// <summary>A site of files in a browser.</summary>
[Collection(SiteGroup.Name)]
public sealed class StaticSiteTests(SiteFixture fixture, StaticHost host) : IClassFixture<StaticHost>
{
    [BrowserTheory]
    [InlineData("sspr 29", "OnPremisesAdminActionRequired = 29")]
    [InlineData("SSPR_0029", "OnPremisesAdminActionRequired = 29")]
    [InlineData("hr=80230619", "BAIL: MMS(4924) 0x80230619")]
    [InlineData("-2145188327", "BAIL: MMS(4924) 0x80230619")]
    [InlineData("31003", "PasswordResetFail")]
    public async Task Codes_in_any_spelling_come_first(string query, string title)
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(host.Site + "en-US/search.html?q=" + Uri.EscapeDataString(query));

        await Expect(visit.Page.Locator(".hit.exact .hit-title").First).ToContainTextAsync(title);
        Assert.Equal([], visit.Errors);
    }

    [BrowserTheory]
    [InlineData("en-US", "pasword writback", "“password” or “writeback”", "Writeback")]
    [InlineData("en-US", "lisence", "“license”", "license")]
    [InlineData("sv-SE", "lösneord", "”lösenord”", "lösenord")]
    [InlineData("sv-SE", "lössenordsåterställing", "”lösenordsåterställning”", "lösenordsåterställning")]
    public async Task A_slip_of_the_finger_finds_what_was_meant_and_says_so(string locale, string query, string meant, string title)
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync($"{host.Site}{locale}/search.html?q={Uri.EscapeDataString(query)}");

        await Expect(visit.Page.Locator("#results .count")).ToContainTextAsync(meant);
        await Expect(visit.Page.Locator(".hit").Filter(new() { HasText = title }).First).ToBeVisibleAsync();
        Assert.Equal([], visit.Errors);
    }

    [BrowserTheory]
    [InlineData("återställning", "lösenordsåterställning")]
    [InlineData("kontoåterställning", "återställ")]
    public async Task Parts_of_compounds_are_found_whether_they_are_written_together_or_not(string query, string shown)
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync($"{host.Site}sv-SE/search.html?q={Uri.EscapeDataString(query)}");

        await Expect(visit.Page.Locator(".hit").Filter(new() { HasText = shown }).First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#results .count")).Not.ToContainTextAsync(" på ");
    }

    [BrowserFact]
    public async Task What_nothing_is_close_to_finds_nothing()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(host.Site + "en-US/search.html?q=xylophone");

        await Expect(visit.Page.Locator("#results .count")).ToContainTextAsync("Nothing was found for “xylophone”.");
    }

    [BrowserFact]
    public async Task Words_are_found_as_they_are_typed_and_lead_to_an_entry_in_both_languages()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(host.Site + "sv-SE/index.html");
        await visit.Page.Locator("#search").PressSequentiallyAsync("losenordsater");
        await Expect(visit.Page.Locator(".suggestions li").First).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".todo")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        var path = new Uri(visit.Page.Url).AbsolutePath;

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).First.ClickAsync();

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal(path.Replace("/sv-SE/", "/en-US/", StringComparison.Ordinal), new Uri(visit.Page.Url).AbsolutePath);
        Assert.Equal([], visit.Errors);
    }

    [BrowserFact]
    public async Task Without_script_everything_is_reached_by_browsing()
    {
        await using var visit = await fixture.VisitAsync(new Visitor { HasScript = false });
        await visit.Page.GotoAsync(host.Site);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Browse" }).First.ClickAsync();
        await visit.Page.Locator(".tabs a").Nth(1).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "ADSync", Exact = true }).ClickAsync();
        await visit.Page.Locator(".hit-title").First.ClickAsync();

        await Expect(visit.Page.Locator(".todo")).ToBeVisibleAsync();
        Assert.StartsWith(host.Site + "en-US/entries/", visit.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Answers_are_put_into_other_pages_from_files_under_a_strict_policy()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(host.Site.Replace("/help/", "/portal.html", StringComparison.Ordinal));

        var answers = visit.Page.Locator("kb-answer");
        await Expect(answers.First).ToContainTextAsync("OnPremisesAdminActionRequired");
        await Expect(answers.First.GetByRole(AriaRole.Link, new() { Name = "Läs mer" })).ToHaveAttributeAsync("href", host.Site + "sv-SE/entries/sspr/sspr-0029.html");
        await Expect(answers.Last).ToContainTextAsync("Ring oss.");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("31003");
        await Expect(visit.Page.Locator("kb-search").GetByRole(AriaRole.Link).First).ToContainTextAsync("PasswordResetFail");
        Assert.Equal([], visit.Errors);
    }

    [BrowserTheory]
    [InlineData("en-US", false, 1280)]
    [InlineData("en-US", true, 390)]
    [InlineData("sv-SE", true, 1280)]
    [InlineData("sv-SE", false, 390)]
    public async Task No_page_breaks_a_rule(string locale, bool isDark, int width)
    {
        await using var visit = await fixture.VisitAsync(new Visitor { Locale = locale, IsDark = isDark, Width = width });
        var broken = new List<string>();
        foreach (var path in new[] { "index", "search", "search.html?q=31003", "entries/sspr/31003", "browse-family", "articles/sspr", "documents/sspr" })
        {
            await visit.Page.GotoAsync($"{host.Site}{locale}/{path}{(path.Contains('.', StringComparison.Ordinal) ? "" : ".html")}");
            if (path.Contains('?', StringComparison.Ordinal))
            {
                await Expect(visit.Page.Locator(".hit.exact")).ToBeVisibleAsync();
            }

            broken.AddRange(await visit.Page.BrokenRulesAsync());
        }

        Assert.Equal([], broken);
        Assert.Equal([], visit.Errors);
    }
}
