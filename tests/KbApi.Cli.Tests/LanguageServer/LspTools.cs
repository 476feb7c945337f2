using System.Diagnostics;

namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>The client library of VS Code, and the compiler of its extension; npm installs both where it can be had.</summary>
internal static class LspTools
{
    public static string Client { get; } = Path.Combine(Repository.Root, "tests", "lsp");

    public static string Extension { get; } = Path.Combine(Repository.Root, "editors", "vscode");

    public static bool AreInstalled => Directory.Exists(Path.Combine(Client, "node_modules")) && Directory.Exists(Path.Combine(Extension, "node_modules"));

    /// <summary>Runs a program; fails unless it succeeds.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var printed = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{printed}");
        return printed;
    }
}

/// <summary>A test that needs npm's packages for editors; skipped where they are not installed.</summary>
internal sealed class EditorFactAttribute : FactAttribute
{
    public EditorFactAttribute() =>
        Skip = LspTools.AreInstalled ? null : "The packages of tests/lsp and editors/vscode are not installed: npm ci in both.";
}
