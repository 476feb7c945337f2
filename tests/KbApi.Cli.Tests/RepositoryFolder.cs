using System.Runtime.CompilerServices;

namespace KbApi.Cli.Tests;

/// <summary>Where the sources of this repository are.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string Content => Path.Combine(Root, "content");

    private static string Find([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(folder, "KbApi.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("KbApi.sln is in no folder above the tests.");
        }

        return folder;
    }
}
