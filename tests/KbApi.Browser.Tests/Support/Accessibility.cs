using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace KbApi.Browser.Tests.Support;

/// <summary>What WCAG 2.2 A and AA forbid, looked for with axe.</summary>
internal static class Accessibility
{
    private const int FewestPasses = 10;

    /// <summary>
    /// Axe in the page itself and its frames of the same origin. With frames of others the package for Playwright joins what it finds in a new,
    /// empty page, which takes three times as long.
    /// </summary>
    private const string Run = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return { passes: found.passes.length, broken: found.violations.map(v => `${v.id} at ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`) };
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Rules that the page breaks, each with the first elements that do.</summary>
    public static async Task<IReadOnlyList<string>> BrokenRulesAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        var result = await page.EvaluateAsync<Result>(Run);
        Assert.True(result.Passes > FewestPasses, $"{page.Url}: axe looked at nothing");
        return [.. result.Broken.Select(b => $"{page.Url}: {b}")];
    }

    /// <summary>The same, and whether the page has to be scrolled sideways.</summary>
    public static async Task<IReadOnlyList<string>> BrokenRulesAndWidthAsync(this IPage page)
    {
        var broken = await page.BrokenRulesAsync();
        return await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth") ? [.. broken, $"{page.Url}: wider than the window"] : broken;
    }

    private sealed record Result
    {
        public int Passes { get; init; }

        public string[] Broken { get; init; } = [];
    }
}
