using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests.Queries;

/// <summary>Codes come first, in any spelling, and digits are never guessed.</summary>
public sealed class CodeSearchTests(ContentIndex content) : IClassFixture<ContentIndex>
{
    [Theory]
    [InlineData("SSPR_0029", "sspr/sspr-0029")]
    [InlineData("sspr 29", "sspr/sspr-0029")]
    [InlineData("what does sspr0029 mean", "sspr/sspr-0029")]
    [InlineData("hr=80230619", "sspr/6329-0x80230619")]
    [InlineData("-2145188327", "sspr/6329-0x80230619")]
    [InlineData("my server says 0x80230619 when I reset a password", "sspr/6329-0x80230619")]
    [InlineData("event id 31003", "sspr/31003")]
    [InlineData("PasswordResetFail", "sspr/31003")]
    [InlineData("password reset fail", "sspr/31003")]
    public void A_code_anywhere_in_the_query_wins(string query, string id) => Assert.Equal(id, content.Index.Find(query).Hits[0].Id);

    [Theory]
    [InlineData("SSPR_0077")]
    [InlineData("event id 31099")]
    [InlineData("0x8023061A")]
    [InlineData("3100")]
    [InlineData("310031")]
    [InlineData("31O03")]
    public void A_code_that_is_not_documented_finds_nothing_and_is_not_corrected(string query)
    {
        var result = content.Index.Find(query);

        Assert.Empty(result.Hits);
        Assert.Null(result.DidYouMean);
    }

    [Fact]
    public void The_start_and_success_of_the_operation_are_answered_below_its_failure()
    {
        var hits = content.Index.Find("31003").Hits;

        Assert.Equal("sspr/31003", hits[0].Id);
        Assert.Contains("sspr/31001", hits.Skip(1).Select(h => h.Id));
        Assert.True(hits[0].Score > 10 * hits[1].Score);
    }

    [Fact]
    public void A_small_number_needs_its_words()
    {
        using var index = Indexes.OfRows(
            "en-US",
            "Code 10: the device cannot start | A driver is missing. | Install the driver.",
            "The fan is loud | It has run for 10 hours. | Turn the computer off.");

        Assert.Equal(["Code 10: the device cannot start"], index.Titles("device code 10"));
    }

    [Fact]
    public void The_rarest_of_several_codes_leads()
    {
        using var index = Indexes.OfRows(
            "en-US",
            "550 5.1.1 | The mailbox is gone. | Check the address.",
            "550 5.7.9 | The sender is blocked. | Ask to be let in.",
            "550 5.4.6 | Mail goes round in circles. | Correct the routes.");

        Assert.StartsWith("550 5.4.6", index.Titles("550 5.4.6")[0], StringComparison.Ordinal);
    }
}
