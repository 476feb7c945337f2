using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KbApi.Browser.Tests.Support;

namespace KbApi.Browser.Tests.Site;

/// <summary>Every page, in both themes and languages, on a phone and on a desk: nothing that WCAG 2.2 A or AA forbids, and nothing to scroll sideways.</summary>
[Collection(SiteGroup.Name)]
public sealed class AccessibilityTests(SiteFixture fixture)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

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
            var result = await visit.Page.RunAxe(Rules);
            Assert.True(result.Passes.Length > 10, $"{name}: axe looked at nothing");
            broken.AddRange(result.Violations.Select(v => $"{name}: {v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))}"));
            if (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            {
                broken.Add($"{name}: wider than the window");
            }
        }

        Assert.Equal([], broken);
        Assert.Equal([], visit.Errors);
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
        var result = await visit.Page.RunAxe(Rules);
        Assert.Equal([], result.Violations.Select(v => v.Id));
    }
}
