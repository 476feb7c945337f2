using System.Text.Json.Nodes;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.Mcp;

/// <summary>Conversations: one question at a time, none twice, until one entry answers or a person has to take over.</summary>
[Collection(ServerGroup.Name)]
public sealed class NextQuestionTests(ServerFixture fixture)
{
    private const int MostTurns = 25;

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task Answers_lead_to_the_entry_that_they_speak_for()
    {
        const string message = "A federated user submits a new password and gets an error that tells of a service problem.";
        var ambiguous = await _server.CallAsync("kb_classify", new JsonObject { ["message"] = message, ["locale"] = "en-US", ["maxTokens"] = 20000 });
        Assert.Equal("ambiguous", (string)ambiguous.Structured["verdict"]!);

        foreach (var wanted in ambiguous.Structured["nextQuestions"]![0]!["options"]!.AsArray().SelectMany(o => o!["entries"]!.AsArray()).Select(e => (string)e!).Distinct().ToList())
        {
            Assert.Equal(wanted, await TalkAsync(message, question => Choose(question, wanted)));
        }
    }

    [Theory]
    [InlineData("Det gick inte att återställa lösenordet")]
    [InlineData("password reset fails")]
    [InlineData("6329")]
    [InlineData("bananpannkaka")]
    public async Task Nothing_is_asked_twice_and_every_conversation_ends(string message) =>
        await TalkAsync(message, _ => "I don't know");

    [Fact]
    public async Task A_code_that_is_told_when_asked_for_details_is_understood()
    {
        var asked = false;
        var entry = await TalkAsync("It does not work", question =>
        {
            asked = true;
            return "The page says SSPR_0029";
        });

        Assert.True(asked);
        Assert.Equal("sspr/sspr-0029", entry);
    }

    [Fact]
    public async Task A_question_has_an_id_and_a_text_within_the_smallest_budget()
    {
        var reply = await _server.CallAsync("kb_next_question", new JsonObject { ["message"] = "It does not work", ["maxTokens"] = 64 });

        Assert.Equal("ask", (string)reply.Structured["outcome"]!);
        Assert.NotEmpty(reply.Text);
        Assert.All(reply.Structured["question"] is { } question ? [question] : Array.Empty<JsonNode>(), q => Assert.NotEmpty((string)q["id"]!));
    }

    private static string Choose(JsonNode question, string wanted) => (string)question["options"]!.AsArray()
        .First(o => o!["entries"]!.AsArray().Any(e => (string)e! == wanted))!["value"]!;

    /// <summary>Talks until there is nothing to ask.</summary>
    /// <returns>The id of the entry that answers, or null.</returns>
    private async Task<string?> TalkAsync(string message, Func<JsonNode, string> answer)
    {
        var answers = new JsonObject();
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var reply = await _server.CallAsync("kb_next_question", new JsonObject { ["message"] = message, ["answers"] = answers.DeepClone(), ["locale"] = "en-US", ["maxTokens"] = 20000 });
            if ((string)reply.Structured["outcome"]! != "ask")
            {
                return (string?)reply.Structured["entry"]?["id"];
            }

            var question = reply.Structured["question"]!;
            Assert.False(answers.ContainsKey((string)question["id"]!), $"'{question["id"]}' is asked again.");
            answers[(string)question["id"]!] = answer(question);
        }

        throw new InvalidOperationException("The conversation does not end.");
    }
}
