using KbApi.Browser.Tests.Support;

namespace KbApi.Browser.Tests.Screenshots;

/// <summary>Takes the pictures under <c>docs/screenshots</c> anew, where KB_SCREENSHOTS is 1.</summary>
[Collection(SiteGroup.Name)]
public sealed class ScreenshotTests(SiteFixture fixture)
{
    private const int MaxHeight = 1400;

    /// <summary>Enough to see the dark theme by.</summary>
    private static readonly string[] InTheDark = ["home", "search-code", "entry-steps", "paste-question", "log", "health"];

    [ScreenshotTheory]
    [InlineData("desktop", 1280, false, "en-US")]
    [InlineData("desktop-dark", 1280, true, "sv-SE")]
    [InlineData("phone", 390, false, "sv-SE")]
    [InlineData("phone-dark", 390, true, "en-US")]
    public async Task Every_page_is_pictured(string folder, int width, bool isDark, string locale)
    {
        await using var visit = await fixture.VisitAsync(new Visitor { Locale = locale, IsDark = isDark, Width = width });
        var target = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screenshots", folder)).FullName;
        foreach (var (name, _) in PageList.All.Where(p => !isDark || InTheDark.Contains(p.Name, StringComparer.Ordinal)))
        {
            await visit.GoAsync(fixture.Site, name);
            await TakeAsync(visit, target, name, width);
        }
    }

    [ScreenshotTheory]
    [InlineData("desktop", 1280, false, "en-US")]
    [InlineData("desktop-dark", 1280, true, "sv-SE")]
    [InlineData("phone", 390, false, "sv-SE")]
    public async Task The_preview_is_pictured(string folder, int width, bool isDark, string locale)
    {
        await using var watched = await Watch.WatchedFolder.StartAsync();
        await using var visit = await fixture.VisitAsync(new Visitor { Locale = locale, IsDark = isDark, Width = width });
        var target = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screenshots", folder)).FullName;
        foreach (var (name, path) in new[] { ("watch", "/"), ("watch-article", "/articles/sspr?locale=sv-SE") })
        {
            await visit.Page.GotoAsync(watched.Site + path);
            await TakeAsync(visit, target, name, width);
        }
    }

    private static async Task TakeAsync(Visit visit, string target, string name, int width)
    {
        await visit.Page.EvaluateAsync("document.fonts.ready");
        var height = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await visit.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(target, name + ".png"),
            FullPage = true,
            Clip = new() { X = 0, Y = 0, Width = width, Height = Math.Min(height, MaxHeight) },
        });
        Assert.True(new FileInfo(Path.Combine(target, name + ".png")).Length > 5_000, $"{name} is empty");
    }
}

/// <summary>Only where pictures are wanted: they change whenever a font does.</summary>
internal sealed class ScreenshotTheoryAttribute : TheoryAttribute
{
    public ScreenshotTheoryAttribute() =>
        Skip = Environment.GetEnvironmentVariable("KB_SCREENSHOTS") == "1" ? Chromium.Reason : "Set KB_SCREENSHOTS=1 to take the pictures of docs/screenshots anew.";
}
