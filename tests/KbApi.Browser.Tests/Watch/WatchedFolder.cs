using KbApi.Cli.CommandLine;

namespace KbApi.Browser.Tests.Watch;

/// <summary><c>kb watch</c> on this repository's own article in two languages, with some defects written into the translation.</summary>
internal sealed class WatchedFolder : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly QuietTerminal _terminal = new();
    private Task<int> _run = Task.FromResult(0);

    /// <summary>The address of the preview, without a slash at its end.</summary>
    public string Site { get; private set; } = "";

    public static async Task<WatchedFolder> StartAsync()
    {
        var watched = new WatchedFolder();
        foreach (var locale in new[] { "en-US", "sv-SE" })
        {
            watched.Write(locale, File.ReadAllText(Path.Combine(Repository.Content, locale, "sspr.md")));
        }

        watched.Edit("sv-SE", text => Replace(Replace(text, "SSPR_0013", "SSPR_0012"), "127", "256"));
        watched.Edit("sv-SE", text => Replace(text, " |\n| WritebackNotEnabled", "\n| WritebackNotEnabled"));
        watched._run = KbCommand.RunAsync(["watch", Path.Combine(watched._folder.Path, "docs"), "--port", "0"], watched._terminal, watched._stop.Token);
        using var patience = new CancellationTokenSource(Patience);
        while (watched.Site.Length == 0)
        {
            var said = watched._terminal.Output.ToString()!;
            watched.Site = said.Contains(' ', StringComparison.Ordinal) ? said.Split(' ')[0].TrimEnd('/') : "";
            await Task.Delay(20, patience.Token);
        }

        return watched;
    }

    public string Read(string locale) => File.ReadAllText(PathOf(locale));

    public void Edit(string locale, Func<string, string> edit) => Write(locale, edit(Read(locale)));

    /// <summary>Saves bytes that are no text.</summary>
    public void Break(string locale) => File.WriteAllBytes(PathOf(locale), [0x23, 0x20, 0x00, 0x01, 0x00, 0xFF, 0xFE, 0x00]);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(0, await _run.WaitAsync(Patience));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    public static string Replace(string text, string old, string @new)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + @new + text[(at + old.Length)..];
    }

    private string PathOf(string locale) => Path.Combine(_folder.Path, "docs", locale, "sspr.md");

    private void Write(string locale, string text) => _folder.Write($"docs/{locale}/sspr.md", text);
}
