using System.Diagnostics;
using System.Text;

namespace KbApi.Cli.Drift;

/// <summary>Reads from a git repository by running git; no shell is involved, and nothing is written.</summary>
/// <param name="Folder">A folder of the work tree.</param>
internal sealed record GitRepository(string Folder)
{
    private const int MaxErrorLength = 300;

    /// <summary>Whether a text may name a commit by its hash, so that it can't be taken for an option or another name.</summary>
    public static bool IsHash(string text) => text.Length is >= 7 and <= 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>The hash of a commit that a name stands for, or null where there is none.</summary>
    public string? CommitOf(string name) =>
        TryRun(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], input: null, out var output) ? Encoding.ASCII.GetString(output).Trim() : null;

    /// <summary>The bytes of a file below the folder at a commit, or null where it was not there.</summary>
    public byte[]? FileAt(string commit, string path) =>
        TryRun(["cat-file", "blob", $"{commit}:./{path}"], input: null, out var bytes) ? bytes : null;

    /// <summary>The files below the folder at a commit, with their hashes and sizes in bytes.</summary>
    /// <exception cref="IOException">git can't be run, or there is no such folder at the commit.</exception>
    public IReadOnlyList<GitFile> FilesAt(string commit)
    {
        var output = Encoding.UTF8.GetString(Run(["ls-tree", "-r", "-z", "-l", commit, "--", "."], input: null));
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(GitFile.Parse).OfType<GitFile>()];
    }

    /// <summary>The bytes of objects, in order.</summary>
    /// <exception cref="IOException">git can't be run, or lacks one of them.</exception>
    public IReadOnlyList<byte[]> Read(IReadOnlyCollection<GitFile> files) =>
        files.Count == 0 ? [] : GitBatch.Split(Run(["cat-file", "--batch"], string.Concat(files.Select(f => f.Hash + "\n"))), files);

    private byte[] Run(string[] arguments, string? input) =>
        Start(arguments, input, out var output, out var error) == 0 ? output : throw new IOException($"git {arguments[0]}: {error[..Math.Min(error.Length, MaxErrorLength)].Trim()}");

    /// <exception cref="IOException">git can't be run.</exception>
    private bool TryRun(string[] arguments, string? input, out byte[] output) => Start(arguments, input, out output, out _) == 0;

    private int Start(string[] arguments, string? input, out byte[] output, out string error)
    {
        var start = new ProcessStartInfo("git", ["-C", Folder, "-c", "core.fsmonitor=false", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";

        // Hooks of git name their own repository by paths that only hold in its top folder.
        foreach (var name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"])
        {
            start.Environment.Remove(name);
        }

        using var process = StartProcess(start);
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            using var writer = process.StandardInput;
            writer.Write(input);
        });
        using var buffer = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(buffer);
        process.WaitForExit();
        writing.GetAwaiter().GetResult();
        output = buffer.ToArray();
        error = errors.GetAwaiter().GetResult();
        return process.ExitCode;
    }

    private static Process StartProcess(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"git: {e.Message}", e);
        }
    }
}
