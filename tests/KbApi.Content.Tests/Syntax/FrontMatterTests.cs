using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Syntax;

/// <summary>Metadata in every shape that documents have.</summary>
public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("title: A plain title", "A plain title")]
    [InlineData("title:   spaces around   ", "spaces around")]
    [InlineData("title: 'single'", "single")]
    [InlineData("title: \"double\"", "double")]
    [InlineData("title: \"a: b | c\"", "a: b | c")]
    [InlineData("title: 'it''s'", "it's")]
    [InlineData("title: \"a \\\"b\\\" \\u00E5\"", "a \"b\" \u00E5")]
    [InlineData("title: a # comment", "a")]
    [InlineData("title: a#b", "a#b")]
    [InlineData("# comment\ntitle: a\n  # another", "a")]
    [InlineData("title: http://a.b/c:80", "http://a.b/c:80")]
    [InlineData("title: >\n  folded\n  lines\n", "folded lines\n")]
    [InlineData("title: |-\n  kept\n  lines", "kept\nlines")]
    [InlineData("title: two\n  lines", "two lines")]
    [InlineData("title: \"two\n  lines\"", "two lines")]
    [InlineData("title: [a, b]", "a, b")]
    [InlineData("title:\n- a\n- 'b'", "a, b")]
    [InlineData("title:\n  - a\n  - b: c", "a, b, c")]
    [InlineData("title: { en: a, sv: b }", "en, a, sv, b")]
    [InlineData("title:", "")]
    [InlineData("title: \"\"", "")]
    [InlineData("\"title\": a", "a")]
    [InlineData("TITLE: a", "a")]
    [InlineData("title: a\r\nother: b\r\n", "a")]
    [InlineData("title: -5", "-5")]
    [InlineData("title: [!DNL Commerce] guide", "[!DNL Commerce] guide")]
    [InlineData("title: 11/31/2017", "11/31/2017")]
    [InlineData("title: \u65E5\u672C\u8A9E", "\u65E5\u672C\u8A9E")]
    public void A_value_is_read(string yaml, string value) => Assert.Equal(value, Read(yaml)["title"]);

    [Theory]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: 1\nA: 2")]
    [InlineData("a: 1\na: 2\nb: 'it''s'")]
    [InlineData("a: 1\nb: [x]\na: 2")]
    public void The_first_of_two_equal_keys_stands_whatever_else_is_there(string yaml)
    {
        Assert.Equal("1", Read(yaml)["a"]);
        Assert.Null(Read(yaml).Error);
    }

    [Fact]
    public void Keys_and_the_first_that_has_a_value_are_found()
    {
        var frontMatter = Read("ms.date: 2020-01-01\nms-x_y: b\nempty:\ns\u00F6k: c");

        Assert.Equal(["empty", "ms-x_y", "ms.date", "s\u00F6k"], frontMatter.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2020-01-01", frontMatter.FirstOf("none", "empty", "ms.date"));
        Assert.Null(frontMatter.FirstOf("none", "empty"));
        Assert.Null(frontMatter["none"]);
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: \"b")]
    [InlineData("- a\n- b")]
    [InlineData("just words")]
    [InlineData("a: b: c")]
    [InlineData("a: *unknown\nb: @")]
    [InlineData("a: 'x'\n\tb: 'y'")]
    [InlineData("%YAML 9.9.9\n---\na: b")]
    [InlineData("a: \"\\uZZZZ\"")]
    public void What_is_no_mapping_is_an_error(string yaml) => Assert.NotNull(Read(yaml).Error);

    [Fact]
    public void Plain_lines_of_wrong_metadata_are_read_all_the_same()
    {
        var frontMatter = Read("title: A\nlocale: sv-SE\nbad: [");

        Assert.NotNull(frontMatter.Error);
        Assert.Equal(("A", "sv-SE"), (frontMatter["title"], frontMatter["locale"]));
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "x")]
    [InlineData("? ", "x")]
    [InlineData("&a ", "x")]
    [InlineData("!!a ", "x")]
    [InlineData("\"", "")]
    public void Hostile_nesting_is_refused_at_once(string open, string inside)
    {
        var yaml = "a: " + string.Concat(Enumerable.Repeat(open, 20_000)) + inside;

        Assert.NotNull(Record(yaml));
    }

    [Fact]
    public void An_article_takes_its_metadata_and_reports_what_is_wrong_with_it()
    {
        var article = Documents.Read("---\ntitle: 'T'\nproduct: P\ndescription: D\nlocale: sv-SE\ndate: 2020-01-01\nsource-revision: abc\nbad: [\n---\nText.\n");

        Assert.Equal(("T", "P", "D", "sv-SE"), (article.Title.Text, article.Product, article.Description, article.Locale.Value));
        Assert.Equal(("2020-01-01", "abc"), (article.Revision.Date, article.Revision.SourceRevision));
        var diagnostic = Assert.Single(article.Diagnostics);
        Assert.Equal(("KB1009", 1), (diagnostic.Id, diagnostic.Location.Start.Line));
        Assert.Equal("title: 'T'\nproduct: P\ndescription: D\nlocale: sv-SE\ndate: 2020-01-01\nsource-revision: abc\nbad: [", article.Text[article.FrontMatter.Span]);
    }

    [Theory]
    [InlineData("language: php")]
    [InlineData("lang: sql")]
    [InlineData("language: c#")]
    [InlineData("locale: none")]
    public void A_word_that_is_no_locale_leaves_the_documents_own(string yaml) =>
        Assert.Equal("sv-SE", Documents.Read($"---\n{yaml}\n---\n# A\n", "sv-SE").Locale.Value);

    [Theory]
    [InlineData("---\n---\n# A\n")]
    [InlineData("# A\n\n---\ntitle: B\n---\n")]
    [InlineData("\n---\ntitle: B\n---\n# A\n")]
    public void Only_what_stands_at_the_very_top_is_metadata(string markdown)
    {
        Assert.Empty(Documents.Read(markdown).FrontMatter.Keys);
        Assert.Empty(Documents.Read(markdown).Diagnostics);
    }

    private static FrontMatter Read(string yaml) => FrontMatter.Read(yaml, new TextSpan(0, yaml.Length));

    private static string? Record(string yaml) => Read(yaml).Error;
}
