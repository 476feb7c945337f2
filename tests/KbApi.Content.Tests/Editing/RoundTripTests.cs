using System.Text;
using KbApi.Content.Editing.RoundTrips;
using KbApi.Content.Loading;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Editing;

public class RoundTripTests
{
    private const string Document =
        "---\ntitle: A  \n---\n# E1001: It stops  \n\n|Code|Cause |\n|--|:-:|\n| E1 | a<br />`x \\| y`\n|E2|b \\| c| \n\n1. One\n\n   ```\n   code  \n   ```\n\n<table><tr><td>x</td></tr></table>\n\n```\nopen";

    public static TheoryData<string, Encoding> Forms
    {
        get
        {
            var forms = new TheoryData<string, Encoding>();
            foreach (var newLine in (string[])["\n", "\r\n", "\r"])
            {
                foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
                {
                    forms.Add(newLine, encoding);
                }
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_document_is_written_as_it_was_read(string newLine, Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Document.Replace("\n", newLine, StringComparison.Ordinal))];
        var result = Check(bytes);
        Assert.Equal((RoundTripOutcome.Identical, 6), (result.Outcome, result.Cells));
        Assert.True(result.Spans > 0);
    }

    [Fact]
    public void What_is_no_text_is_left_alone() => Assert.Equal(RoundTripOutcome.NotText, Check([0x41, 0xFF, 0xFE, 0x00]).Outcome);

    [Fact]
    public void Pieces_that_claim_the_same_character_show() => Assert.Equal(
        "abbc", DocumentPieces.Write("abc", [new DocumentPiece(new TextSpan(0, 2), IsCell: false), new DocumentPiece(new TextSpan(1, 1), IsCell: true)]));

    [Fact]
    public void Pieces_are_cells_and_blocks_in_the_order_of_the_text()
    {
        const string Text = "# A\n\n| b | c |\n| - | - |\n| d | e |\n\n- f\n- g\n";
        var pieces = DocumentPieces.Of(new DocumentParser().Parse(SourceText.From(Text)).Document, Text.Length);
        Assert.Equal("# A,b,c,d,e,f,g", string.Join(',', pieces.Select(p => Text.Substring(p.Span.Start, p.Span.Length))));
        Assert.Equal(4, pieces.Count(p => p.IsCell));
    }

    [CorpusFact]
    public void Every_real_document_is_written_as_it_was_read()
    {
        var results = new RoundTripChecker(new LoadOptions()).Check(ContentDirectory.Find([Repository.Corpus]));
        Assert.True(results.Length > 5000);
        Assert.Empty(results.Where(r => r.Outcome != RoundTripOutcome.Identical));
        Assert.True(results.Sum(r => r.Cells) > 50_000);
    }

    private static RoundTrip Check(byte[] bytes) => Assert.Single(new RoundTripChecker(new LoadOptions()).Check([ContentFile.InMemory("a.md", bytes)]));
}
