using KbApi.Content.Loading;
using KbApi.Content.Text;
using KbApi.Rules.Fixes;

namespace KbApi.Rules.Tests.Fixes;

public sealed class FixedFileWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_replaced_as_a_whole_keeps_its_mode_and_leaves_nothing_beside_it()
    {
        var path = _folder.Write("a.md", "old");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Assert.True(FixedFileWriter.Write(Fixed(path, "old", "new")));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_file_that_has_changed_since_it_was_read_stays()
    {
        var path = _folder.Write("a.md", "edited meanwhile");
        Assert.False(FixedFileWriter.Write(Fixed(path, "old", "new")));
        Assert.Equal("edited meanwhile", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void No_file_is_wrong_use() => Assert.Throws<ArgumentNullException>(() => FixedFileWriter.Write(null!));

    private static FixedFile Fixed(string path, string before, string after) => new(
        ContentFile.InMemory(path, Bytes(before)), Bytes(before), Bytes(after), SourceText.From(before, path), [], []);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
