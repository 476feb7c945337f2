using KbApi.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace KbApi.Browser.Tests.Site;

/// <summary>What visitors do, with and without script.</summary>
[Collection(SiteGroup.Name)]
public sealed class FlowTests(SiteFixture fixture)
{
    private static readonly Visitor WithoutScript = new() { HasScript = false };

    [BrowserFact]
    public async Task A_code_that_is_typed_in_any_spelling_is_offered_first_and_leads_to_its_entry()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.Site + "/");

        await visit.Page.Locator("#search").PressSequentiallyAsync("sspr 29");
        var first = visit.Page.Locator("#search-list [role=option]").First;
        await Expect(first).ToContainTextAsync("OnPremisesAdminActionRequired");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page).ToHaveURLAsync(fixture.Site + "/entries/sspr/sspr-0029");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("OnPremisesAdminActionRequired = 29");
        await Expect(visit.Page.Locator(".todo")).ToContainTextAsync("Ask your administrator to look into it.");
        Assert.Empty(visit.Errors);
    }

    [BrowserFact]
    public async Task Results_follow_what_is_typed()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.Site + "/search?q=SSPR_0029");
        await Expect(visit.Page.Locator(".hit.exact .hit-title")).ToHaveTextAsync("OnPremisesAdminActionRequired = 29");

        await visit.Page.FillAsync("#search", "31003");

        await Expect(visit.Page.Locator(".hit.exact .hit-title")).ToHaveTextAsync("PasswordResetFail");
        await Expect(visit.Page).ToHaveURLAsync(fixture.Site + "/search?q=31003");
        Assert.Empty(visit.Errors);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_can_be_switched_and_stays(bool hasScript)
    {
        await using var visit = await fixture.VisitAsync(new Visitor { HasScript = hasScript });
        await visit.Page.GotoAsync(fixture.Site + "/entries/sspr/sspr-0029");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await visit.Page.ClickAsync(".languages a[hreflang=sv-SE]");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        await Expect(visit.Page.Locator(".todo")).ToContainTextAsync("Be administratören att undersöka saken.");

        await visit.Page.FillAsync("#header-search", "31003");
        await visit.Page.Locator("#header-search").PressAsync("Enter");
        await Expect(visit.Page.Locator(".exact-note")).ToHaveTextAsync("Det här är koden");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_error_leads_over_a_question_to_its_answer(bool hasScript)
    {
        await using var visit = await fixture.VisitAsync(new Visitor { HasScript = hasScript });
        await visit.Page.GotoAsync(fixture.Site + "/paste");
        await visit.PasteAsync(PageList.LongMessage);

        await Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("It may be one of several");
        await Expect(visit.Page.Locator(".report mark").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".report .masked")).ToHaveTextAsync("[email-1]");
        await Expect(visit.Page.Locator(".report")).Not.ToContainTextAsync("anna.lind@example.com");
        await visit.Page.Locator(".answers button", new() { HasText = "Multiple matches found" }).ClickAsync();

        await Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("We know this one");
        await visit.Page.Locator(".candidates a.go").First.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(fixture.Site + "/entries/sspr/multiple-matches");
        Assert.Empty(visit.Errors);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_is_drawn_as_a_timeline_and_as_a_table(bool hasScript)
    {
        await using var visit = await fixture.VisitAsync(new Visitor { HasScript = hasScript });
        await visit.Page.GotoAsync(fixture.Site + "/paste");
        await visit.GiveLogAsync(PageList.Log, hasScript);

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("What events.csv tells");
        await Expect(visit.Page.Locator(".timeline svg[role=img] .bar.succeeded")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".timeline svg[role=img] .bar.failed title")).ToHaveTextAsync("PasswordReset, Failed, 2026-03-01 10:07:40, Line 4");
        await Expect(visit.Page.Locator(".timeline svg[role=img] .bar.missing")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".timeline svg[role=img] .mark.error")).ToHaveCountAsync(1);

        // The failure took 5 minutes 1 second, the first success 3 minutes 12 seconds: the bars are as long as that.
        var failed = (await visit.Page.Locator(".timeline svg[role=img] .bar.failed").BoundingBoxAsync())!.Width;
        var succeeded = (await visit.Page.Locator(".timeline svg[role=img] .bar.succeeded").First.BoundingBoxAsync())!.Width;
        Assert.InRange(failed / succeeded, 1.5, 1.64);

        await visit.Page.ClickAsync("details.table summary");
        var row = visit.Page.Locator("details.table tbody tr", new() { HasText = "PasswordReset" }).Nth(1);
        await Expect(row).ToContainTextAsync("2026-03-01 10:07:40");
        await Expect(row).ToContainTextAsync("Failed");
        await Expect(visit.Page.Locator(".next-step")).ToContainTextAsync("Restore the connection of password writeback");
        Assert.Empty(visit.Errors);
    }

    [BrowserFact]
    public async Task A_file_that_is_no_log_is_refused_with_what_to_do()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.Site + "/paste");

        await visit.GiveLogAsync("\0\u0001\u0002 no log");

        await Expect(visit.Page.Locator("[role=alert]")).ToContainTextAsync("No events could be found in this file.");
    }

    [BrowserFact]
    public async Task Steps_are_copied_with_their_numbers()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.Site + "/entries/sspr/31003");

        await visit.Page.Locator(".todo .copy").First.ClickAsync();

        var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal("1. Try a completely new password.\n2. Verify the permissions of the MA service account.\n3. Check whether the user is in a protected group.", copied);
    }

    [BrowserFact]
    public async Task The_theme_can_be_switched_and_stays()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.Site + "/");
        Task<string> Ground() => visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal("rgb(250, 249, 246)", await Ground());

        await visit.Page.ClickAsync(".theme-switch");
        Assert.Equal("rgb(20, 23, 26)", await Ground());
        await visit.Page.GotoAsync(fixture.Site + "/browse");

        Assert.Equal("rgb(20, 23, 26)", await Ground());
        await Expect(visit.Page.Locator(".theme-switch")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [BrowserFact]
    public async Task Without_script_a_plain_form_searches_and_nothing_is_offered_that_does_not_work()
    {
        await using var visit = await fixture.VisitAsync(WithoutScript);
        await visit.Page.GotoAsync(fixture.Site + "/");
        await visit.Page.FillAsync("#search", "0x80230619");
        await visit.Page.ClickAsync("form.large button");

        await Expect(visit.Page.Locator(".hit.exact code").First).ToHaveTextAsync("6329");
        await Expect(visit.Page.Locator(".theme-switch")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".copy")).ToHaveCountAsync(0);
        await visit.Page.Locator(".hit.exact .hit-title").First.ClickAsync();
        await Expect(visit.Page.Locator(".todo")).ToContainTextAsync("Choose a password that meets all requirements.");
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_the_content_first_and_the_search_by_a_slash()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.Site + "/browse");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();

        await visit.Page.Keyboard.PressAsync("/");

        await Expect(visit.Page.Locator("#header-search")).ToBeFocusedAsync();
    }
}
