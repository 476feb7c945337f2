using System.Diagnostics;

namespace KbApi.Cli.Tests;

/// <summary>A repository in a folder.</summary>
internal sealed class TestGit
{
    private readonly TempFolder _folder;

    public TestGit(TempFolder folder)
    {
        _folder = folder;
        Run("init", "--quiet");
    }

    /// <summary>Commits all files and gives the hash.</summary>
    public string Commit(string message)
    {
        Run("add", "--all");
        Run("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "-m", message);
        return Run("rev-parse", "HEAD").Trim();
    }

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", _folder.Path, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
