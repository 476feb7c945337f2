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

    [Theory]
    [InlineData("Getting a 502 Bad Gateway", true)]
    [InlineData("The client gets \"504 Gateway Timeout\"", true)]
    [InlineData("Server responds with HTTP 503", true)]
    [InlineData("HTTP 404", true)]
    [InlineData("The file server answers http 413", true)]
    [InlineData("Up to 500 users", false)]
    [InlineData("HTTP 4xx", false)]
    [InlineData("HTTP 5000 is a port", false)]
    [InlineData("HTTP/2 and 404", false)]
    [InlineData("XHTTP 404", false)]
    [InlineData("HTTP 200", false)]
    [InlineData("A404 Not Found", false)]
    [InlineData("", false)]
    public void A_status_is_named_by_the_protocol_before_it_or_by_what_it_is_called(string text, bool isNamed) => Assert.Equal(isNamed, HttpStatuses.IsNamedIn(text));
}
