using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace KbApi.Benchmarks.Running;

/// <summary>
/// Peers that are packages of npm, run by Node.js. They are installed into the artifacts as <c>Peers/package-lock.json</c> says, when the first is asked for.
/// </summary>
/// <param name="progress">Where it is told that they are installed.</param>
internal sealed class NodePeers(TextWriter progress)
{
    private const string ResourcePrefix = "peers/";
    private const int FindingsExitCode = 1;

    private string? _needs;
    private bool _isInstalled;

    private static string Folder => Path.Combine(SourceTree.Root, "artifacts", "peers");

    /// <summary>What is missing for them, or null where they can be run.</summary>
    public string? Needs
    {
        get
        {
            if (!_isInstalled && _needs is null)
            {
                _needs = Install();
                _isInstalled = _needs is null;
            }

            return _needs;
        }
    }

    /// <summary>Runs a script of <c>Peers</c>, or a program of one of the packages, to its end. Linters end with 1 where they find something.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string script, IEnumerable<string> arguments)
    {
        var (exitCode, printed) = Execute("node", ["--max-old-space-size=8192", Path.Combine(Folder, script), .. arguments]);
        return exitCode <= FindingsExitCode ? printed : throw new InvalidOperationException($"{script} ended with {exitCode}: {printed}");
    }

    private string? Install()
    {
        Directory.CreateDirectory(Folder);
        var assembly = Assembly.GetExecutingAssembly();
        var isNew = false;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd();
            var file = Path.Combine(Folder, name[ResourcePrefix.Length..]);
            if (!File.Exists(file) || File.ReadAllText(file) != text)
            {
                File.WriteAllText(file, text);
                isNew |= file.EndsWith(".json", StringComparison.Ordinal);
            }
        }

        if (!isNew && File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            return null;
        }

        progress.WriteLine("  installing peers with npm");
        try
        {
            var (exitCode, _) = Execute("npm", ["ci", "--silent", "--no-audit", "--no-fund", "--prefix", Folder]);
            return exitCode == 0 ? null : "packages of npm, which can't be fetched";
        }
        catch (Win32Exception)
        {
            return "npm and Node.js";
        }
    }

    private static (int ExitCode, string Printed) Execute(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode > FindingsExitCode ? output + errors.GetAwaiter().GetResult() : output);
    }
}
