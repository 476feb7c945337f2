using Microsoft.Playwright;

namespace KbApi.Browser.Tests.Support;

/// <summary>A test in a real browser; skipped where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Reason;
}

/// <summary>The same for tests with data.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Reason;
}

/// <summary>The browser: what KB_CHROMIUM names, else Debian's.</summary>
internal static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string Path = Environment.GetEnvironmentVariable("KB_CHROMIUM") ?? "/usr/bin/chromium";

    public static string? Reason { get; } = File.Exists(Path) ? null : "There is no Chromium; install it, or name it in KB_CHROMIUM.";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
}
