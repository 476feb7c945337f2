using System.Diagnostics;

namespace KbApi.Cli.Tests;

public sealed class BuildCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Pack => Path.Combine(_folder.Path, "pack");

    [Fact]
    public async Task A_pack_is_built_told_about_and_found_whole()
    {
        var (code, output, error) = await TestTerminal.RunAsync("build", Repository.Content, "-o", Pack);

        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"^.*pack: snapshot [0-9a-f]{16}, pack [0-9a-f]{64}\n\d+ entries in \d+ articles, \d+ codes; en-US, sv-SE\n\d+ files, [0-9.]+ MB\n$", output);
        Assert.Equal((0, output, ""), await TestTerminal.RunAsync("build", "--check", Pack));
    }

    [Fact]
    public async Task Commands_answer_from_a_pack_as_from_its_folder()
    {
        await TestTerminal.RunAsync("build", Repository.Content, "-o", Pack);

        foreach (var arguments in (string[][])
        [
            ["lookup", "SSPR_0029", "--locale", "sv-SE"],
            ["lookup", "SSPR_9999", "--locale", "en-US"],
            ["classify", "Event ID 31003 from PasswordResetService", "--locale", "en-US"],
        ])
        {
            var (code, output, _) = await TestTerminal.RunAsync([.. arguments, "--kb-path", Repository.Content]);
            var (packCode, packOutput, error) = await TestTerminal.RunAsync([.. arguments, "--kb-path", Pack]);

            Assert.NotEqual("", output);
            Assert.Equal($"{code}\n{output.Replace(Repository.Root + "/", "", StringComparison.Ordinal)}\n", $"{packCode}\n{packOutput}\n{error}");
        }
    }

    /// <summary>The stored index of a folder may have been updated for changed articles, which moves scores a little: what is found is compared.</summary>
    [Fact]
    public async Task A_search_finds_in_a_pack_what_it_finds_in_its_folder()
    {
        await TestTerminal.RunAsync("build", Repository.Content, "-o", Pack);

        string[] search = ["search", "SSPR_0029", "--locale", "en-US", "--limit", "1", "--format", "jsonl", "--kb-path"];
        var (_, output, _) = await TestTerminal.RunAsync([.. search, Repository.Content]);
        var (code, packOutput, error) = await TestTerminal.RunAsync([.. search, Pack]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\"entry\":\"sspr/sspr-0029\"", output, StringComparison.Ordinal);
        Assert.Contains("\"entry\":\"sspr/sspr-0029\"", packOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_and_its_folder_are_the_same_catalog_and_a_removed_code_shows()
    {
        _folder.Write("content/en-US/disks.md", "# Disks\n\n| Error code | Message | What to do |\n| --- | --- | --- |\n| DSK_0001 | The disk is full. | Remove files. |\n| DSK_0002 | The disk is missing. | Connect it. |\n");
        var content = Path.Combine(_folder.Path, "content");
        await TestTerminal.RunAsync("build", content, "-o", Pack);

        Assert.Equal(0, (await TestTerminal.RunAsync("catalog", "diff", content, Pack)).ExitCode);

        _folder.Write("content/en-US/disks.md", "# Disks\n\n| Error code | Message | What to do |\n| --- | --- | --- |\n| DSK_0001 | The disk is full. | Remove files. |\n");
        var archive = Path.Combine(_folder.Path, "next.kbpack");
        await TestTerminal.RunAsync("build", content, "-o", archive);
        var (code, output, _) = await TestTerminal.RunAsync("catalog", "diff", Pack, archive, "--format", "json");

        Assert.Equal(2, code);
        Assert.Contains("DSK_0002", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_with_errors_makes_no_pack()
    {
        var file = _folder.Write("content/en-US/broken.md", [(byte)'#', 0xC3, 0x28]);

        var (code, output, error) = await TestTerminal.RunAsync("build", Path.GetDirectoryName(file)!, "-o", Pack);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("KB1003", error, StringComparison.Ordinal);
        Assert.Contains("is not written. Mend them and build again.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Pack));
    }

    [Fact]
    public async Task Damage_is_a_finding_in_the_readers_language()
    {
        await TestTerminal.RunAsync("build", Repository.Content, "-o", Pack);
        File.AppendAllText(Path.Combine(Pack, "model.kbm"), " ");

        var (code, _, error) = await new TestTerminal("sv-SE").InvokeAsync("build", "--check", Pack);
        Assert.Equal(1, code);
        Assert.Matches(@"model\.kbm är längre än de \d+ byte som manifestet anger", error);
        Assert.Equal(2, (await TestTerminal.RunAsync("lookup", "SSPR_0029", "--kb-path", Pack)).ExitCode);
    }

    [Theory]
    [InlineData("Say where the pack is to be written", "build", "content")]
    [InlineData("Say where the pack is to be written", "build", "-o", "x", "--check", "y")]
    [InlineData("is no pack", "build", "--check", "no-such-folder")]
    [InlineData("does not exist", "build", "no-such-folder", "-o", "x")]
    public async Task Wrong_use_is_told(string message, params string[] args)
    {
        var (code, output, error) = await TestTerminal.RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    /// <summary>Another working folder, another way to name the content, another language and time zone, files written in another order: the same bytes.</summary>
    [Fact]
    public async Task Two_machines_build_the_same_pack()
    {
        var files = Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var (machine, order) in ((string, IEnumerable<string>)[])[("a", files), ("b", files.AsEnumerable().Reverse())])
        {
            foreach (var file in order)
            {
                _folder.Write(Path.Combine(machine, "content", Path.GetRelativePath(Repository.Content, file)), await File.ReadAllBytesAsync(file));
            }
        }

        await BuildAsync(Path.Combine(_folder.Path, "a"), "content", "C.UTF-8", "UTC");
        await BuildAsync(_folder.Path, Path.Combine(_folder.Path, "b", "content"), "sv_SE.UTF-8", "Asia/Kolkata");

        var (one, other) = (Path.Combine(_folder.Path, "a", "pack"), Path.Combine(_folder.Path, "pack"));
        var names = Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(one, f)).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("kbpack.json", names);
        Assert.Equal(names, Directory.EnumerateFiles(other, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(other, f)).Order(StringComparer.Ordinal));
        Assert.All(names, n => Assert.True(File.ReadAllBytes(Path.Combine(one, n)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, n))), $"{n} differs."));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task BuildAsync(string workingFolder, string content, string language, string timeZone)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kb.dll"), "build", content, "-o", "pack"])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = language;
        start.Environment["TZ"] = timeZone;
        using var kb = Process.Start(start)!;
        await kb.StandardOutput.ReadToEndAsync();
        await kb.WaitForExitAsync();
        Assert.Equal(0, kb.ExitCode);
    }
}
