using System.Diagnostics;

namespace KbApi.Tests;

/// <summary>The packages of a folder with a <c>package.json</c>, which tests/run.sh installs where there is npm.</summary>
/// <param name="folder">The folder, from the root of the repository.</param>
internal sealed class NodeTools(string folder)
{
    public static NodeTools Contract { get; } = new("tests/contract");

    public static NodeTools Client { get; } = new("clients/typescript");

    public string Folder { get; } = Path.Combine(Repository.Root, folder);

    public bool AreInstalled => Directory.Exists(Path.Combine(Folder, "node_modules"));

    /// <summary>Runs a tool, or node itself, in the folder; fails unless it succeeds.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> RunAsync(string tool, params string[] arguments) => RunAsync(new Dictionary<string, string>(), tool, arguments);

    /// <summary>The same, with variables of the environment.</summary>
    public async Task<string> RunAsync(IReadOnlyDictionary<string, string> variables, string tool, params string[] arguments)
    {
        var program = tool == "node" ? tool : Path.Combine(Folder, "node_modules", ".bin", tool);
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var printed = await output + await errors;
        Assert.True(process.ExitCode == 0, $"{tool} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{printed}");
        return printed;
    }
}

/// <summary>A test that needs the packages of a folder; skipped where they are not installed.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute(string folder = "tests/contract") =>
        Skip = new NodeTools(folder).AreInstalled ? null : $"The packages of {folder} are not installed: (cd {folder} && npm ci).";
}
