using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KbApi.Benchmarks.Running;

/// <summary>A benchmark that measures the server as it is published, compiled ahead.</summary>
internal interface INeedsPublishedServer;

/// <summary>The server as the container has it: published for this platform together with .NET, compiled ahead, from a copy of its sources so that lock files stay as they are.</summary>
internal sealed class PublishedServer : IDisposable
{
    private static readonly string[] Folders = ["src", "content"];
    private static readonly string[] Files = ["Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig"];

    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("kb-published-");

    private PublishedServer()
    {
    }

    /// <summary>Where it is; null where it can't be published here.</summary>
    public string? Folder { get; private set; }

    public static PublishedServer Publish(TextWriter progress)
    {
        progress.WriteLine("publishing the server, compiled ahead together with .NET, as the container is (about three minutes)");
        var server = new PublishedServer();
        var sources = server._work.CreateSubdirectory("sources").FullName;
        foreach (var file in Folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, f), "*", SearchOption.AllDirectories)).Concat(Files.Select(f => Path.Combine(SourceTree.Root, f))))
        {
            var copy = Path.Combine(sources, Path.GetRelativePath(SourceTree.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var folder = Path.Combine(server._work.FullName, "server");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(sources, "src", "KbApi.Server"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "true", "-p:PublishReadyToRunComposite=true", "-o", folder,
                "-p:RunAnalyzers=false", "-v", "quiet",
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        server.Folder = process.ExitCode == 0 ? folder : null;
        if (process.ExitCode != 0)
        {
            progress.WriteLine("  it can't be published, so starts are measured of what is compiled as it runs: " + printed);
        }

        return server;
    }

    public void Dispose() => _work.Delete(recursive: true);
}
