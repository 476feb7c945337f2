using KbApi.Browser.Tests.Support;

namespace KbApi.Browser.Tests.Site;

/// <summary>Every page, in both themes and languages, on a phone and on a desk: nothing that WCAG 2.2 A or AA forbids, and nothing to scroll sideways.</summary>
[Collection(SiteGroup.Name)]
public sealed class AccessibilityTests(SiteFixture fixture)
{
    [BrowserTheory]
    [InlineData("en-US", false, 1280)]
    [InlineData("en-US", true, 390)]
    [InlineData("sv-SE", true, 1280)]
    [InlineData("sv-SE", false, 390)]
    public async Task No_page_breaks_a_rule(string locale, bool isDark, int width)
    {
        await using var visit = await fixture.VisitAsync(new Visitor { Locale = locale, IsDark = isDark, Width = width });
        var broken = new List<string>();
        foreach (var (name, _) in PageList.All)
        {
            await visit.GoAsync(fixture.Site, name);
            Assert.Equal(locale[..2], await visit.Page.GetAttributeAsync("html", "lang"));
            broken.AddRange((await visit.Page.BrokenRulesAndWidthAsync()).Select(b => $"{name}: {b}"));
        }

        Assert.Equal([], broken);
        Assert.Equal([], visit.Errors);
    }

    [BrowserFact]
    public async Task A_page_that_breaks_rules_is_told_of()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.GoAsync(fixture.Site, "home");
        await visit.Page.EvaluateAsync("""
            document.documentElement.removeAttribute('lang');
            document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/x.png"><p id="faint">faint</p>');
            const { style } = document.getElementById('faint');
            [style.color, style.background, style.width] = ['#bbb', '#fff', '3000px'];
            """);

        var broken = string.Join('\n', await visit.Page.BrokenRulesAndWidthAsync());

        Assert.Contains("image-alt at img", broken, StringComparison.Ordinal);
        Assert.Contains("color-contrast at #faint", broken, StringComparison.Ordinal);
        Assert.Contains("html-has-lang at html", broken, StringComparison.Ordinal);
        Assert.Contains("wider than the window", broken, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Text_that_is_read_from_right_to_left_is_laid_out_so()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.GotoAsync(fixture.HostileSite + "/entries/errors/harm-9001?locale=ar");

        var title = visit.Page.Locator("h1");
        Assert.Equal("ar", await title.GetAttributeAsync("lang"));
        Assert.Equal("rtl", await title.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("rtl", await visit.Page.Locator(".todo [data-copyable]").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Contains("differs from the original", await visit.Page.Locator(".note.stale").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal([], await visit.Page.BrokenRulesAsync());
    }
}
