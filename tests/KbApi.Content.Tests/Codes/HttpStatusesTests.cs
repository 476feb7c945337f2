using KbApi.Content.Codes;

namespace KbApi.Content.Tests.Codes;

public sealed class HttpStatusesTests
{
    [Theory]
    [InlineData("402 Payment Required", true)]
    [InlineData("406 not acceptable (RFC 9110)", true)]
    [InlineData("410: Gone", true)]
    [InlineData("407 Authentication Required", true)]
    [InlineData("503 Service Unavailable", true)]
    [InlineData("411 Required", false)]
    [InlineData("406 Gone", false)]
    [InlineData("410", false)]
    [InlineData("410 items are missing", false)]
    [InlineData("499 Client Closed Request", false)]
    [InlineData("200 OK", false)]
    [InlineData("4xx Client Error", false)]
    [InlineData("41 0 Gone", false)]
    [InlineData("", false)]
    public void A_status_and_its_name_are_told_from_other_numbers(string text, bool isStatus) => Assert.Equal(isStatus, HttpStatuses.Opens(text));
}
