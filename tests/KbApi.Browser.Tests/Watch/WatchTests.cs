using KbApi.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KbApi.Browser.Tests.Watch;

/// <summary>The preview of <c>kb watch</c>, as somebody who writes sees it.</summary>
[Collection(SiteGroup.Name)]
public sealed class WatchTests(SiteFixture fixture)
{
    private const string Swedish = "/articles/sspr?locale=sv-SE";

    [BrowserFact]
    public async Task What_is_saved_appears_with_its_findings_and_what_was_in_sight_stays_there()
    {
        await using var watched = await WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(watched.Site + "/articles/sspr?locale=en-US");
        var heading = visit.Page.Locator("h2", new() { HasText = "Contact" }).Last;
        await heading.ScrollIntoViewIfNeededAsync();
        await visit.Page.EvaluateAsync("scrollBy({ top: 400, behavior: 'instant' })");
        var before = (await heading.BoundingBoxAsync())!.Y;

        watched.Edit("en-US", text => WatchedFolder.Replace(
            WatchedFolder.Replace(text, "\n## ", "\nA new paragraph.\n\n## "), " |\n| WritebackNotEnabled", "\n| WritebackNotEnabled"));

        await Expect(visit.Page.GetByText("A new paragraph.")).ToBeAttachedAsync();
        await Expect(visit.Page.Locator("tr:has-text('TenantSSPRFlagDisabled') + tr.note-row")).ToContainTextAsync("KB1020");
        await Expect(visit.Page.Locator("#live")).ToContainTextAsync("Updated");
        Assert.InRange((await heading.BoundingBoxAsync())!.Y, before - 2, before + 2);
        Assert.Equal([], visit.Errors);
    }

    [BrowserFact]
    public async Task A_fix_is_applied_by_its_button_and_the_finding_goes()
    {
        await using var watched = await WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(watched.Site + Swedish);
        var note = visit.Page.Locator(".finding-note", new() { HasText = "KB1020" });
        await Expect(note).ToHaveCountAsync(1);
        await Expect(note.Locator("ins")).ToHaveTextAsync(" |");
        Assert.DoesNotContain(" |\n| WritebackNotEnabled", watched.Read("sv-SE"), StringComparison.Ordinal);

        await note.GetByRole(AriaRole.Button).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(note).ToHaveCountAsync(0);
        Assert.Contains(" |\n| WritebackNotEnabled", watched.Read("sv-SE"), StringComparison.Ordinal);
        Assert.Equal([], visit.Errors);
    }

    [BrowserFact]
    public async Task Languages_are_switched_and_only_the_changed_article_is_shown_anew()
    {
        await using var watched = await WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(watched.Site);
        await Expect(visit.Page.GetByText("stale")).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "sv-SE" }).ClickAsync();
        await Expect(visit.Page.Locator(".preview > h1")).ToHaveAttributeAsync("lang", "sv-SE");
        await Expect(visit.Page.Locator(".preview-text .finding-note.drift").First).ToContainTextAsync("SSPR_0012 → SSPR_0013");
        await visit.Page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(visit.Page.Locator(".preview > h1")).Not.ToHaveAttributeAsync("lang", "sv-SE");
        await Expect(visit.Page.Locator(".drift").First).ToContainTextAsync("SSPR_0012 → SSPR_0013");
    }

    [BrowserFact]
    public async Task A_broken_file_keeps_its_last_good_rendering_and_an_end_is_told()
    {
        await using var watched = await WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(watched.Site + Swedish);

        watched.Break("sv-SE");

        await Expect(visit.Page.GetByText("The file cannot be read as it is now.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".preview-text > .finding-note.error")).ToContainTextAsync("KB1002");
        await Expect(visit.Page.Locator(".document")).ToContainTextAsync("TenantSSPRFlagDisabled");
        await watched.StopAsync();
        await Expect(visit.Page.Locator("#live.ended")).ToHaveTextAsync("kb watch does not answer; this page is not updated.");
    }

    [BrowserFact]
    public async Task Without_script_everything_works_by_links_forms_and_reloading()
    {
        await using var watched = await WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync(new Visitor { HasScript = false, Locale = "sv-SE" });
        await visit.Page.GotoAsync(watched.Site + Swedish);
        await visit.Page.Locator(".finding-note", new() { HasText = "KB1020" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(visit.Page.Locator(".finding-note", new() { HasText = "KB1020" })).ToHaveCountAsync(0);

        watched.Edit("sv-SE", text => WatchedFolder.Replace(text, "Vi beklagar", "Tyvärr"));
        await UntilAsync(async () =>
        {
            await visit.Page.Locator(".live a").ClickAsync();
            Assert.Contains("Tyvärr", await visit.Page.Locator(".document").InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [BrowserTheory]
    [InlineData("en-US", false, 1280)]
    [InlineData("en-US", true, 390)]
    [InlineData("sv-SE", true, 1280)]
    [InlineData("sv-SE", false, 390)]
    public async Task No_page_breaks_a_rule(string locale, bool isDark, int width)
    {
        await using var watched = await WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync(new Visitor { Locale = locale, IsDark = isDark, Width = width });
        var broken = new List<string>();
        foreach (var path in new[] { "/", Swedish, "/articles/sspr?locale=en-US", "/rules/KB1020", "/nothing" })
        {
            await visit.Page.GotoAsync(watched.Site + path);
            Assert.Equal(locale[..2], await visit.Page.GetAttributeAsync("html", "lang"));
            broken.AddRange(await visit.Page.BrokenRulesAndWidthAsync());
        }

        Assert.Equal([], broken);
        Assert.Equal([], visit.Errors);
    }

    /// <summary>Tries until it holds, as long as the browser's own assertions would.</summary>
    private static async Task UntilAsync(Func<Task> holds)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await holds();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}
