using System.Net;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Messages;

[Collection(ServerGroup.Name)]
public sealed class MessageTests(ServerFixture fixture)
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task Every_message_of_every_locale_leads_back_to_its_entry()
    {
        var checkedMessages = 0;
        foreach (var locale in new[] { "en-US", "sv-SE" })
        {
            var entries = await _server.GetJsonAsync($"/v1/entries?article=sspr&limit=100&locale={locale}");
            foreach (var entry in entries["items"]!.AsArray())
            {
                foreach (var message in entry!["messages"]!.AsArray())
                {
                    var text = (string)message!["text"]!;
                    var answer = await _server.GetJsonAsync("/v1/messages/resolve?text=" + Uri.EscapeDataString(text));
                    var match = answer["matches"]!.AsArray().Single(m => (string)m!["id"]! == (string)entry["id"]!)!;
                    Assert.Equal(["en-US", "sv-SE"], match["messages"]!.AsArray().Select(m => (string)m!["locale"]!));
                    checkedMessages++;
                }
            }
        }

        Assert.True(checkedMessages > 20, $"{checkedMessages}");
    }

    [Theory]
    [InlineData("\u201CAdMutliMatchError\u201D", "sspr/33003", "normalized")]
    [InlineData("  admutlimatcherror. ", "sspr/33003", "normalized")]
    [InlineData("ADMutliMatchError", "sspr/33003", "exact")]
    public async Task Quotes_blanks_and_case_do_not_matter(string text, string entry, string kind)
    {
        var match = (await _server.GetJsonAsync("/v1/messages/resolve?text=" + Uri.EscapeDataString(text)))["matches"]![0]!;

        Assert.Equal(entry, (string)match["id"]!);
        Assert.Equal(kind, (string)match["match"]!);
    }

    [Fact]
    public async Task An_unknown_message_is_a_problem_and_so_is_none()
    {
        Assert.Equal("KBAPI-4045", (string)(await _server.GetProblemAsync(HttpStatusCode.NotFound, "/v1/messages/resolve?text=nothing+of+the+kind"))["code"]!);
        Assert.Equal("text", (string)(await _server.GetProblemAsync(HttpStatusCode.BadRequest, "/v1/messages/resolve"))["errors"]![0]!["parameter"]!);
    }

    [Theory]
    [InlineData("Cannot open the file {0} for writing", "cannot open the file C:\\a.txt for writing", true)]
    [InlineData("User %s has %d tries left", "User \"Eva\" has 3 tries left.", true)]
    [InlineData("Server <name> does not answer", "Server dc01 does not answer", true)]
    [InlineData("Cannot open the file {0} for writing", "cannot open the file C:\\a.txt for reading", false)]
    [InlineData("{0}", "anything", false)]
    public void Placeholders_stand_for_values(string documented, string seen, bool isFound)
    {
        var entry = new Entry
        {
            Id = "a/b",
            Locale = LocaleTag.Parse("en-US"),
            ArticleId = "a",
            Span = default,
            StartLine = 1,
            EndLine = 1,
            Shape = EntryShape.Row,
            Title = new Prose("Title", default),
            Messages = [new Message(documented, default, IsLiteral: true)],
        };

        Assert.Equal(isFound, !new MessageIndex([entry]).Find(seen).IsEmpty);
    }
}
