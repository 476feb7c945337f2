using System.Collections.Immutable;
using KbApi.Rules.Alignment;
using KbApi.Rules.Syntax;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Alignment;

public class DocumentAlignmentTests
{
    [Fact]
    public void Rows_are_paired_by_their_codes_when_one_is_missing()
    {
        var texts = Align(
            "# Errors\n\n| Code | Meaning |\n| --- | --- |\n| 1001 | Disk full |\n| 1002 | Disk gone |\n| 1003 | Disk slow |\n",
            "# Fel\n\n| Kod | Betydelse |\n| --- | --- |\n| 1001 | Disken är full |\n| 1003 | Disken är seg |\n");
        Assert.Equal(["1001=1001", "Disk full=Disken är full", "1003=1003", "Disk slow=Disken är seg"], texts.Where(t => t.IsCell).Select(t => t.From + "=" + t.To));
    }

    [Fact]
    public void Tables_are_paired_section_by_section_when_one_is_missing()
    {
        var texts = Align(
            "# T\n\n## <a name=\"a\"></a>A\n\n| X | Y |\n| --- | --- |\n| one | two |\n\n## <a name=\"b\"></a>B\n\n| X | Y |\n| --- | --- |\n| three | four |\n",
            "# T\n\n## <a name=\"a\"></a>A\n\nIngen tabell.\n\n## <a name=\"b\"></a>B\n\n| X | Y |\n| --- | --- |\n| tre | fyra |\n");
        Assert.Equal(["three=tre", "four=fyra"], texts.Where(t => t.IsCell).Select(t => t.From + "=" + t.To));
    }

    [Fact]
    public void Blocks_are_paired_where_a_section_is_built_alike_and_nowhere_else()
    {
        var texts = Align(
            "# T\n\nFirst.\n\n- one\n- two\n\n## <a name=\"b\"></a>B\n\nOnly text.\n",
            "# T\n\nFörst.\n\n- ett\n- två\n\n## <a name=\"b\"></a>B\n\nText.\n\nMer text.\n");
        Assert.Equal(["T=T", "First.=Först.", "one=ett", "two=två"], texts.Select(t => t.From + "=" + t.To));
    }

    [Fact]
    public void Blocks_are_headings_paragraphs_items_and_quotes_without_their_marks()
    {
        var document = Documents.Syntax("# Title\nText of\ntwo lines\n\n1. step\n   goes on\n2) other\n> quoted\n> more\n\n```\ncode\n```\n");
        Assert.Equal(
            [(BlockKind.Heading, "Title"), (BlockKind.Paragraph, "Text of\ntwo lines"), (BlockKind.Numbered, "step\n   goes on"), (BlockKind.Numbered, "other"), (BlockKind.Quote, "quoted\n> more")],
            document.Blocks.Select(b => (b.Kind, document.Text[b.Span])));
    }

    private static ImmutableArray<AlignedText> Align(string original, string translation) =>
        new DocumentAlignment(Documents.Syntax(original), Documents.Syntax(translation, "sv-SE/a.md")).Texts;
}
