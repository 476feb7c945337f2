using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Chatbot;

/// <summary>The REST API, without any library.</summary>
internal sealed class HttpKnowledgeBase(HttpClient client) : IKnowledgeBase
{
    private const int MaxTokens = 4000;
    private const int MostAttempts = 10;

    public async Task<NextTurn> NextAsync(string message, IReadOnlyDictionary<string, string> answers, string locale)
    {
        var classification = await ClassifyAsync(message, answers, locale);

        // Answers to what the documents ask a report to contain are part of the report.
        var details = Json.Items(classification, "missing").Select(m => Json.Text(m, "name")!).Where(answers.ContainsKey).Select(name => answers[name]).ToList();
        if (details.Count > 0)
        {
            classification = await ClassifyAsync(string.Join('\n', details.Prepend(message)), answers, locale);
        }

        if (Json.Text(classification, "verdict") == "matched")
        {
            return new NextTurn(null, Json.ReadCandidate(Json.Items(classification, "candidates").First()));
        }

        var question = Json.Items(classification, "nextQuestions").Select(Json.ReadQuestion)
            .Concat(Json.Items(classification, "missing").Select(m => new Question(Json.Text(m, "name")!, Json.Text(m, "question")!, [])))
            .FirstOrDefault(q => !answers.ContainsKey(q.Id));
        return new NextTurn(question, null);
    }

    public async Task<UnknownCode?> CheckCodeAsync(string code, string locale)
    {
        using var response = await SendAsync(() => client.GetAsync($"v1/codes/{Uri.EscapeDataString(code)}?locale={locale}"));
        return response.StatusCode == HttpStatusCode.NotFound ? Json.ReadUnknown(code, await response.Content.ReadFromJsonAsync<JsonElement>()) : null;
    }

    private async Task<JsonElement> ClassifyAsync(string message, IReadOnlyDictionary<string, string> answers, string locale)
    {
        using var response = await SendAsync(() => client.PostAsJsonAsync($"v1/classify?maxTokens={MaxTokens}", new { message, locale, answers }));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Comes again when it is told to: the server has just started, or has been asked too often.</summary>
    private static async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await send();
            if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                || response.Headers.RetryAfter?.Delta is not { } wait || attempt == MostAttempts)
            {
                return response;
            }

            response.Dispose();
            await Task.Delay(wait);
        }
    }
}
