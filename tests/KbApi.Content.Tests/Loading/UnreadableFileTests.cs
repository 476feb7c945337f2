using System.Runtime.Versioning;
using System.Text;
using KbApi.Content.Loading;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Loading;

/// <summary>A file that can't be read gives one diagnostic and never stops the others.</summary>
public sealed class UnreadableFileTests
{
    private const int Deep = 10_000;
    private const string Good = "| Error | Solution |\n|---|---|\n| It fails | Try again. |\n";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "KB1002", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] },
        { "KB1002", [.. "# Text\n\n"u8, 0] },
        { "KB1002", Encoding.UTF32.GetPreamble().Concat(Encoding.UTF32.GetBytes("# Text")).ToArray() },
        { "KB1003", [.. "# G"u8, 0xC3, 0x28] },
        { "KB1003", [(byte)'a', 0xFF] },
        { "KB1003", [.. "\uFEFF"u8, (byte)'a', 0xE5] },
        { "KB1003", [0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0] },
        { "KB1003", [0xFF, 0xFE, (byte)'a'] },
        { "KB1005", [] },
        { "KB1005", [.. "\uFEFF"u8] },
        { "KB1005", [.. " \r\n\t\n"u8] },
        { "KB1006", Bytes(string.Concat(Enumerable.Repeat(">", Deep)) + " a") },
        { "KB1006", Bytes(string.Concat(Enumerable.Repeat("> ", Deep)) + "a") },
        { "KB1006", Bytes(string.Concat(Enumerable.Repeat("- ", Deep)) + "a") },
        { "KB1006", Bytes(string.Concat(Enumerable.Repeat("1. ", Deep)) + "a") },
        { "KB1006", Bytes(string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', 2 * i) + "- a\n"))) },
        { "KB1006", Bytes(string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', 2 * i) + "* a\r"))) },
        { "KB1006", Bytes(string.Concat(Enumerable.Range(0, 200).Select(i => "> " + new string(' ', 2 * i) + "- a\r\n"))) },
        { "KB1006", Bytes(string.Concat(Enumerable.Repeat("- ", 39)) + "a\nlazy\n" + new string(' ', 78) + string.Concat(Enumerable.Repeat("- ", 39)) + "b\n") },
        { "KB1007", Bytes(new string('[', Deep)) },
        { "KB1007", Bytes(new string('[', Deep) + "\n===\n") },
        { "KB1007", Bytes($"| Error | Solution |\n|---|---|\n| {new string('[', 50 * Deep)} | a |\n") },
        { "KB1007", Bytes(string.Concat(Enumerable.Repeat("*a **b ", Deep))) },
        { "KB1009", Bytes($"---\na: {new string('[', Deep)}\n---\n# a\n") },
        { "KB1009", Bytes("---\na: \"b\n---\n# a\n") },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void One_diagnostic_says_what_is_wrong(string id, byte[] bytes)
    {
        var knowledge = new KnowledgeBaseLoader().Load([ContentFile.InMemory("a.md", Bytes(Good)), ContentFile.InMemory("bad.md", bytes), ContentFile.InMemory("c.md", Bytes(Good))]);

        var diagnostic = Assert.Single(knowledge.Diagnostics);
        Assert.Equal((id, "bad.md"), (diagnostic.Id, diagnostic.Location.Path));
        Assert.Equal(id != "KB1009", knowledge.HasErrors);
        Assert.NotNull(knowledge.Entries.Find("a/it-fails"));
        Assert.NotNull(knowledge.Entries.Find("c/it-fails"));
    }

    [Theory]
    [InlineData(new byte[] { 0x23, 0x20, 0x47, 0xC3, 0x28 }, "Byte 3 is not valid utf-8.")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62 }, "Byte 4 is not valid utf-8.")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC, 0x62, 0x00 }, "Byte 4 is not valid utf-16.")]
    public void The_wrong_byte_is_named_by_its_offset_in_the_file(byte[] bytes, string message)
    {
        var knowledge = new KnowledgeBaseLoader().Load([ContentFile.InMemory("bad.md", bytes)]);

        Assert.Equal($"bad.md(1,1): error KB1003: {message} Save the file as UTF-8.", Assert.Single(knowledge.Diagnostics).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_not_read()
    {
        var loader = new KnowledgeBaseLoader(new LoadOptions { MaxFileBytes = 10 });
        var large = new ContentFile("large.md", "large.md", "", 11, () => throw new InvalidOperationException("It was read."));

        var knowledge = loader.Load([large, ContentFile.InMemory("b.md", "0123456789"u8.ToArray())]);

        Assert.Equal("KB1004", Assert.Single(knowledge.Diagnostics).Id);
        Assert.Equal("b", Assert.Single(knowledge.Articles.Items).Id);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_by_default()
    {
        using var folder = new TempFolder();
        using (var file = File.Create(Path.Combine(folder.Path, "huge.md")))
        {
            file.SetLength(100 * 1024 * 1024);
        }

        var knowledge = new KnowledgeBaseLoader().Load(folder.Path);

        Assert.Equal("KB1004", Assert.Single(knowledge.Diagnostics).Id);
        Assert.Contains("104857600", knowledge.Diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(FileNotFoundException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    public void A_file_that_does_not_open_is_reported_with_the_reason(Type type)
    {
        var exception = (Exception)Activator.CreateInstance(type, "The disk is gone.")!;
        var file = new ContentFile("x/a.md", "a.md", "", 1, () => throw exception);

        var diagnostic = Assert.Single(new KnowledgeBaseLoader().Load([file, .. Documents.InMemory(("b.md", Good))]).Diagnostics);

        Assert.Equal("x/a.md(1,1): error KB1001: The file cannot be read: The disk is gone.", diagnostic.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void Files_and_folders_without_permission_are_reported()
    {
        using var folder = new TempFolder();
        File.SetUnixFileMode(folder.Write("closed.md", Good), UnixFileMode.None);
        folder.Write("open.md", Good);
        folder.Write("closed/a.md", Good);
        var closed = Path.Combine(folder.Path, "closed");
        File.SetUnixFileMode(closed, UnixFileMode.None);

        var knowledge = new KnowledgeBaseLoader().Load(folder.Path);
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(["KB1001", "KB1001"], knowledge.Diagnostics.Select(d => d.Id));
        Assert.Equal("open", Assert.Single(knowledge.Articles.Items).Id);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class UnprivilegedFactAttribute : FactAttribute
    {
        public UnprivilegedFactAttribute() => Skip = OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess ? "The user may open every file." : null;
    }
}
