using KbApi.Translation.Tests.Support;
using KbApi.Translation.Units;

namespace KbApi.Translation.Tests;

public class UnitReaderTests
{
    private const string Document = """
        ---
        title: Sign-in errors
        description: "What to do about them"
        ms.date: 2026-11-23
        ---
        # Sign-in errors

        Some *text* that goes
        on with a [link](https://example.com/a "T") and `code`.

        > [!NOTE]
        > Mind the gap.

        | Error | Resolution |
        | --- | --- |
        | <a name="x"></a>DEMO_0007: The server is down. | Restart `demo.exe`.<br>Wait 10 seconds. |

        1. Open <https://example.com>.

            ![The page](a.png)

        ```
        No text.
        ```

        """;

    [Fact]
    public void A_document_falls_into_its_texts()
    {
        var units = new Sample(Document).Export().Articles[0].Units;
        Assert.Equal(
            [
                "Metadata: Sign-in errors",
                "Metadata: What to do about them",
                "Heading: Sign-in errors",
                "Paragraph: Some ⟦1⟧text⟦/1⟧ that goes on with a ⟦2⟧link⟦/2⟧ and ⟦3⟧.",
                "Quote: Mind the gap.",
                "Header: Error",
                "Header: Resolution",
                "Cell: ⟦1⟧: The server is down.",
                "Cell: Restart ⟦1⟧.⟦2⟧Wait 10 seconds.",
                "Item: Open ⟦1⟧.",
                "Item: ⟦1⟧The page⟦/1⟧",
            ],
            units.Select(u => $"{u.Source.Kind}: {u.Source.Text.Marked}"));
    }

    [Fact]
    public void Units_are_named_after_the_entry_and_its_field_else_after_the_section()
    {
        var units = new Sample(Document).Export().Articles[0].Units;
        Assert.Equal(
            [
                "meta:title", "meta:description", "sign-in-errors:heading", "sign-in-errors:text", "sign-in-errors:quote", "sign-in-errors:column", "sign-in-errors:column.2",
                "x:title", "x:resolution", "sign-in-errors:item", "sign-in-errors:item.2",
            ],
            units.Select(u => u.Source.Id));
        Assert.Equal("entry a/x (DEMO_0007), resolution; section: Sign-in errors", units[8].Source.Context);
        Assert.Equal(16, units[8].Source.Line);
    }

    [Fact]
    public void Rows_may_move_without_a_change_of_names()
    {
        const string table = "# T\n\n| Error | Resolution |\n| --- | --- |\n";
        const string first = "| DEMO_0001 The first thing fails. | Do the first. |\n";
        const string second = "| DEMO_0002 The second thing fails. | Do the second. |\n";
        var before = new Sample(table + first + second).Export().Articles[0].Units;
        var after = new Sample(table + second + first).Export().Articles[0].Units;
        Assert.Equal(before.Select(u => (u.Source.Id, u.Source.Text.Marked)).Order(), after.Select(u => (u.Source.Id, u.Source.Text.Marked)).Order());
        Assert.Contains("demo-0002:resolution", after.Select(u => u.Source.Id));
    }

    [Theory]
    [InlineData("Write to help@example.com or see https://example.com/x?a=1.", "help@example.com|https://example.com/x?a=1")]
    [InlineData("The value of {0} is %1 of <name>.", "{0}|%1|<name>")]
    [InlineData("Replace \\<tenant name\\> and &lt;id&gt; here.", "\\<tenant name\\>|&lt;id&gt;")]
    [InlineData("The code 0x80230619 comes from PasswordResetService.", "0x80230619|PasswordResetService")]
    [InlineData("Set ms_locale in config.json with -Force now.", "ms_locale|config.json|-Force")]
    [InlineData("Dial +ccc xxxyyyzzzz first.", "ccc|xxxyyyzzzz")]
    [InlineData("KbApi:s Azure-menyn eller **X**-fil.", "**|**")]
    [InlineData("A pipe \\| and a star \\* stay.", "\\||\\*")]
    [InlineData("The marks ⟦1⟧ are escaped.", "⟦|⟧")]
    [InlineData("A \u0001 control.", "\u0001")]
    [InlineData("Select [!UICONTROL Save] now.", "[!UICONTROL |]")]
    [InlineData("See [the page] for more.\n\n[the page]: x.md", "[|]")]
    public void What_machines_read_is_protected(string paragraph, string expected)
    {
        var text = new Sample("# T\n\n" + paragraph + "\n").Unit("t:text").Source.Text;
        Assert.Equal(expected.Replace("\\||", "\\|\n", StringComparison.Ordinal), string.Join(expected.Contains("\\||", StringComparison.Ordinal) ? '\n' : '|', text.Pieces.Where(p => p.Kind != PieceKind.Text).Select(p => p.Raw)));
    }

    [Theory]
    [InlineData("`code`")]
    [InlineData("12 / 34")]
    [InlineData("![](a.png)")]
    [InlineData("<https://example.com>")]
    public void Where_there_are_no_words_there_is_no_unit(string paragraph) =>
        Assert.Equal(["t:heading"], new Sample("# T\n\n" + paragraph + "\n").Export().Articles[0].Units.Select(u => u.Source.Id));

    [Theory]
    [InlineData("a  \nb", "a⟦1⟧b")]
    [InlineData("a\\\nb", "a⟦1⟧b")]
    [InlineData("a \n  b", "a b")]
    [InlineData("> a\n> b", "a b")]
    [InlineData("- a\r\n  b", "a b")]
    public void Line_breaks_are_blanks_unless_they_are_forced(string text, string expected) =>
        Assert.Equal(expected, new Sample("# T\n\n" + text + "\n").Export().Articles[0].Units[1].Source.Text.Marked);

    [Fact]
    public void Pieces_stand_where_they_say()
    {
        var sample = Sample.FromFolder(Repository.Content);
        var knowledgeBase = sample.Load();
        foreach (var article in sample.Export().Articles)
        {
            var text = knowledgeBase.Articles.Find(article.Id)!.In(Sample.English)!.Text;
            Assert.All(article.Units, unit => Assert.Equal(Dense(text[unit.Source.Span]), Dense(string.Concat(unit.Source.Text.Pieces.Select(p => p.Raw)))));
        }
    }

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '>'));
}
