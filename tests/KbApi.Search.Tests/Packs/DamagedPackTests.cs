using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KbApi.Search.Packs;

namespace KbApi.Search.Tests.Packs;

public sealed class DamagedPackTests
{
    /// <summary>Whatever happens to a byte of whatever file, and however a file is cut: the pack is refused, and the file named; or it says the same.</summary>
    [SeededProperty(MaxTest = 150)]
    public Property Damage_is_refused_or_harmless(PositiveInt file, NonNegativeInt place, byte change, bool isCut)
    {
        using var pack = new TestPack();
        string[] files = [.. Directory.EnumerateFiles(pack.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var damaged = files[file.Get % files.Length];
        var bytes = File.ReadAllBytes(damaged);
        var at = bytes.Length == 0 ? 0 : place.Get % bytes.Length;
        File.WriteAllBytes(damaged, isCut ? bytes[..at] : [.. bytes[..at], (byte)(bytes[at] ^ (change | 1)), .. bytes[(at + 1)..]]);

        var refused = Try(() =>
        {
            var opened = Pack.OpenAsync(pack.Path).GetAwaiter().GetResult();
            opened.CheckModel();
            Assert.Equal(TestPack.Describe(pack.Content), TestPack.Describe(opened.LoadServed()));
        });
        var isNamed = refused is null || refused.Message.Contains(Path.GetFileName(damaged), StringComparison.Ordinal);
        return (refused is not null || Path.GetFileName(damaged) == PackManifest.FileName).And(isNamed).Label($"{damaged} at {at}: {refused?.Message}");
    }

    /// <summary>A model that its manifest vouches for, but that nobody wrote.</summary>
    [SeededProperty(MaxTest = 200)]
    public void A_forged_model_is_refused_or_read(NonNegativeInt place, byte value, NonNegativeInt second, byte other)
    {
        using var pack = new TestPack();
        var bytes = File.ReadAllBytes(pack.PathOf("model.kbm"));
        bytes[place.Get * 31 % bytes.Length] = value;
        bytes[second.Get * 17 % bytes.Length] = other;
        File.WriteAllBytes(pack.PathOf("model.kbm"), bytes);
        pack.Describe("model.kbm");

        // Either it is read, or it is refused with a PackException; anything else fails the test.
        _ = Try(() => Pack.OpenAsync(pack.Path).GetAwaiter().GetResult().CheckModel());
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("index/../../outside")]
    [InlineData("index/deep/er")]
    [InlineData("C:\\outside")]
    [InlineData("index\\outside")]
    [InlineData(".hidden")]
    [InlineData("kbpack.json")]
    [InlineData("")]
    public async Task A_manifest_cannot_name_files_elsewhere(string path)
    {
        using var pack = new TestPack();
        pack.ChangeManifest(m => m["files"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["path"] = path, ["length"] = 0, ["sha256"] = new string('0', 64) }));

        var e = await Assert.ThrowsAsync<PackException>(() => Pack.OpenAsync(pack.Path));

        Assert.Equal("BadManifest", e.Problem);
    }

    [Fact]
    public async Task Another_format_is_told_by_its_number()
    {
        using var pack = new TestPack();
        pack.ChangeManifest(m =>
        {
            m["format"] = 7;
            m.Remove("files");
        });

        var e = await Assert.ThrowsAsync<PackException>(() => Pack.OpenAsync(pack.Path));

        Assert.Equal("WrongFormat", e.Problem);
        Assert.Contains("kbpack.json is a pack of format 7; this program reads format 1.", e.Message, StringComparison.Ordinal);
        Assert.Contains("är ett paket i format 7", e.GetMessage(CultureInfo.GetCultureInfo("sv-SE")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":\"1\"}")]
    [InlineData("no json")]
    [InlineData("")]
    public async Task What_is_no_manifest_is_refused(string text)
    {
        using var pack = new TestPack();
        File.WriteAllText(pack.PathOf(PackManifest.FileName), text);

        Assert.Equal("BadManifest", (await Assert.ThrowsAsync<PackException>(() => Pack.OpenAsync(pack.Path))).Problem);
    }

    [Fact]
    public async Task Files_that_the_manifest_does_not_name_are_not_read()
    {
        using var pack = new TestPack();
        File.WriteAllText(pack.PathOf("index/segments_9"), "forged");

        Assert.Equal("UnknownFile", (await Assert.ThrowsAsync<PackException>(() => Pack.OpenAsync(pack.Path))).Problem);
    }

    [Fact]
    public async Task Sizes_are_bounded()
    {
        using var pack = new TestPack();
        pack.ChangeManifest(m => m["files"]![0]!["length"] = long.MaxValue);
        Assert.Equal("BadManifest", (await Assert.ThrowsAsync<PackException>(() => Pack.OpenAsync(pack.Path))).Problem);

        File.WriteAllBytes(pack.PathOf(PackManifest.FileName), new byte[PackManifest.MaxBytes + 1]);
        Assert.Equal("ManifestTooLarge", (await Assert.ThrowsAsync<PackException>(() => Pack.OpenAsync(pack.Path))).Problem);
    }

    private static PackException? Try(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (PackException e)
        {
            return e;
        }
    }
}
