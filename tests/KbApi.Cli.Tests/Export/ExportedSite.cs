namespace KbApi.Cli.Tests.Export;

/// <summary>This repository's content as a site, written once for all tests.</summary>
public sealed class ExportedSite : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public string Path => System.IO.Path.Combine(_folder.Path, "site");

    internal string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var (code, output, error) = await TestTerminal.RunAsync("export", "--static", Path, Repository.Content, "--base-url", "https://example.org/help");
        Assert.True(code == 0, error);
        Output = output;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    /// <summary>All files, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
