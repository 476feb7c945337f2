using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Editing;

public sealed class EditedFileWriterTests : IDisposable
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

        Assert.True(EditedFileWriter.Write(Edited(path, "old", "new")));
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
        Assert.False(EditedFileWriter.Write(Edited(path, "old", "new")));
        Assert.Equal("edited meanwhile", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Of_several_files_none_is_written_where_one_has_changed()
    {
        var (first, second) = (_folder.Write("a.md", "old"), _folder.Write("b.md", "edited meanwhile"));
        Assert.Equal(second, EditedFileWriter.WriteAll([Edited(first, "old", "new"), Edited(second, "old", "new")]));
        Assert.Equal("old", File.ReadAllText(first));
        Assert.Equal([first, second], Directory.GetFiles(_folder.Path).Order());
    }

    [Fact]
    public void Of_several_files_those_written_are_put_back_where_the_disk_refuses_one()
    {
        var first = _folder.Write("a.md", "old");
        var created = Path.Combine(_folder.Path, "new.md");
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "taken.md")).FullName;
        var files = new[] { Edited(first, "old", "new"), EditedFile.New(created, "new.md", Bytes("new")), EditedFile.New(folder, "taken.md", Bytes("new")) };
        Assert.ThrowsAny<SystemException>(() => EditedFileWriter.WriteAll(files));
        Assert.Equal("old", File.ReadAllText(first));
        Assert.Equal([first], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_new_file_is_created_with_its_folder_and_never_takes_the_place_of_another()
    {
        var path = Path.Combine(_folder.Path, "sv-SE", "a.md");
        var file = EditedFile.New(path, "sv-SE/a.md", Bytes("new"));
        Assert.Null(EditedFileWriter.WriteAll([file]));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(path, EditedFileWriter.WriteAll([file]));
    }

    [Fact]
    public void No_file_is_wrong_use() => Assert.Throws<ArgumentNullException>(() => EditedFileWriter.Write(null!));

    private static EditedFile Edited(string path, string before, string after) => new(
        ContentFile.InMemory(path, Bytes(before)), Bytes(before), Bytes(after), SourceText.From(before, path), []);

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
