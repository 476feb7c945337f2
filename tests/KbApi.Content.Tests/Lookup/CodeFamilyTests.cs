using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Content.Tests.Lookup;

/// <summary>Tables that document numbers by their first digits, with asterisks for those that nobody needs.</summary>
public sealed class CodeFamilyTests
{
    private const string Gate = """
        # Codes of the gate

        | Error code | Description | Resolution |
        | --- | --- | --- |
        | `210***`<br>`230***` | The gate has no power. | Switch it on. |
        | `2301**` | The fuse of the gate has blown. | Replace the fuse. |
        | `230177` | The gate stands in water. | Dry the housing. |
        | `41**` | The key is worn. | Order a key. |
        | 5xx | The gate keeper is asleep. | Ring the bell. |
        """;

    [Theory]
    [InlineData("210003", "210***")]
    [InlineData("Error: 230999", "230***")]
    [InlineData("230142", "2301**")]
    [InlineData("230177", "230177")]
    [InlineData("4107", "41**")]
    [InlineData("503", "5xx")]
    [InlineData("HTTP 503", "5xx")]
    [InlineData("5XX", "5xx")]
    [InlineData("230***", "230***")]
    [InlineData("error 41**", "41**")]
    public void A_number_is_found_by_the_family_that_tells_most_of_it(string spelling, string code) =>
        Assert.Equal([code], Load().Codes.Find(spelling).Owners.Select(o => o.Code.Value));

    [Theory]
    [InlineData("21000")]
    [InlineData("2100031")]
    [InlineData("210")]
    [InlineData("41")]
    [InlineData("410")]
    [InlineData("300000")]
    public void Numbers_of_another_length_are_of_no_family(string spelling) => Assert.Empty(Load().Codes.Find(spelling).Owners);

    [Fact]
    public void A_number_of_a_family_is_found_among_words()
    {
        var mention = Assert.Single(Load().Codes.FindIn("gate 210003 closed"));

        Assert.Equal((5, 6, true), (mention.Start, mention.Length, mention.IsCertain));
    }

    [Fact]
    public void Rows_keep_the_codes_as_they_are_written() =>
        Assert.Equal(["210***, 230***", "2301**", "230177", "41**", "5xx"], Load().Entries.Items.Select(e => string.Join(", ", e.Variants[0].Codes.Select(c => c.Code.Value))));

    private static KnowledgeBase Load()
    {
        using var folder = new TempFolder();
        folder.Write("en-US/gate.md", Gate);
        return new KnowledgeBaseLoader().Load(folder.Path);
    }
}
