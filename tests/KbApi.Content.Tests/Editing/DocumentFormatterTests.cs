using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KbApi.Content.Editing.Formatting;
using KbApi.Content.Loading;
using KbApi.Content.Rendering;
using KbApi.Content.Text;
using KbApi.Fuzzing;

namespace KbApi.Content.Tests.Editing;

public class DocumentFormatterTests
{
    private static readonly DocumentFormatter Formatter = new([], new LoadOptions());

    [Theory]
    [InlineData("# A\n|a|b\n|-|:-:|\n|c|\n| dd | e|\n", "# A\n\n| a   |   b   |\n| --- | :---: |\n| c   |\n| dd  |   e   |\n")]
    [InlineData("|\u7A97|a|\n|--|-:|\n|b|\u30C7\u30A3\u30B9\u30AF|\n", "| \u7A97  |        a |\n| --- | -------: |\n| b   | \u30C7\u30A3\u30B9\u30AF |\n")]
    [InlineData("a|b\n-|-\n`x|y`|\n", "| a     | b   |\n| ----- | --- |\n| `x|y` |\n")]
    [InlineData("a  \nb \n\n\n\nc\n\n", "a  \nb\n\nc\n")]
    [InlineData("a\r\n# B\r\nc", "a\r\n\r\n# B\r\n\r\nc\r\n")]
    [InlineData("---\na: b\n---\n# A\nc\n", "---\na: b\n---\n# A\n\nc\n")]
    [InlineData("---\na: b\n---\n\n\n# A\n", "---\na: b\n---\n\n# A\n")]
    [InlineData("* a\n* b\n  + c\n", "- a\n- b\n  - c\n")]
    [InlineData("* a\n+ b\n", "* a\n+ b\n")]
    [InlineData("```\na  \n\n\nb\n```\n", "```\na  \n\n\nb\n```\n")]
    [InlineData("---\ntitle: a  \n---\n# B\n", "---\ntitle: a  \n---\n# B\n")]
    [InlineData("> |a|b|\n> |-|-|\n> |c|d|\n", "> | a   | b   |\n> | --- | --- |\n> | c   | d   |\n")]
    public void A_document_is_laid_out_in_one_way(string text, string formatted) => Assert.Equal(formatted, Format(text));

    [Fact]
    public void The_bundled_content_is_laid_out_so()
    {
        var files = ContentDirectory.Find([Repository.Content]);
        var formatter = new DocumentFormatter(files, new LoadOptions());
        Assert.Empty(files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal) && formatter.Format(f) is { IsChanged: true }).Select(f => f.Path));
    }

    [Fact]
    public void A_table_that_is_wider_than_a_page_is_not_padded()
    {
        var wide = new string('a', 130);
        Assert.Equal($"| {wide} | b |\n| --- | --- |\n| c | d |\n", Format($"|{wide}|b|\n|---|---|\n|c  |  d|\n"));
    }

    [Fact]
    public void Encodings_and_byte_order_marks_stay()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a \n")];
        byte[] expected = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\n")];
        Assert.Equal(expected, Formatter.Format(ContentFile.InMemory("a.md", bytes))!.After.ToArray());
    }

    [SeededProperty(MaxTest = 300)]
    public Property Formatting_twice_is_formatting_once_and_says_the_same() => Prop.ForAll(Documents(), text =>
    {
        var once = Format(text);
        Assert.Equal(once, Format(once));
        Assert.Equal(Page(text), Page(once));
    });

    private static Arbitrary<string> Documents() => Gen.OneOf(
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new TableDocument(seed).Text),
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new NastyMarkdown(new Random(seed)).Write(12))).ToArbitrary();

    private static string Page(string text) => string.Concat(new DocumentRenderer().ToHtml(SourceText.From(text)).Where(c => !char.IsWhiteSpace(c)));

    private static string Format(string text) =>
        Formatter.Format(ContentFile.InMemory("a.md", Encoding.UTF8.GetBytes(text))) is { } file ? Encoding.UTF8.GetString(file.After.Span) : text;
}
