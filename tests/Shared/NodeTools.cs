using System.Diagnostics;

namespace KbApi.Tests;

/// <summary>The public tools of <c>tests/contract</c>, which tests/run.sh installs where there is npm.</summary>
internal static class NodeTools
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "contract");

    public static bool AreInstalled => Directory.Exists(Path.Combine(Folder, "node_modules"));

    /// <summary>Runs a tool, or node itself, in the folder; fails unless it succeeds.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var program = tool == "node" ? tool : Path.Combine(Folder, "node_modules", ".bin", tool);
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var printed = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{tool} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{printed}");
        return printed;
    }
}

/// <summary>A test that needs the tools of <c>tests/contract</c>; skipped where they are not installed.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeTools.AreInstalled ? null : "The tools of tests/contract are not installed: (cd tests/contract && npm ci).";
}
