using KbApi.Content.Lookup;
using KbApi.Reports.Gaps;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Entries;
using KbApi.Server.Http;
using KbApi.Server.Insights;
using KbApi.Server.Problems;

namespace KbApi.Server.Messages;

/// <summary>A message back to its entry.</summary>
internal static class MessageEndpoints
{
    private const int MaxTextLength = 2000;
    private const int MaxRepeated = 100;

    public static void MapMessages(this IEndpointRouteBuilder group) =>
        group.MapReading("/messages/resolve", ResolveMessage)
            .WithName("resolveMessage").Produces<MessageResolution>().WithTags("Codes");

    /// <summary>Find the entry of a message</summary>
    /// <remarks>
    /// A text that a screen or a log shows, in any locale, back to its entries, with the message in every locale. Quotes, blanks, case and escapes
    /// do not matter; where the documented message has placeholders, the text may have values.
    /// </remarks>
    /// <param name="text">The message.</param>
    /// <param name="request">The request.</param>
    /// <param name="gaps">Takes down messages that no entry has.</param>
    internal static IResult ResolveMessage(string? text, ApiRequest request, GapRecorder gaps)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxTextLength)
        {
            return ApiProblem.InvalidParameter(request.Context, "text", "Text", 1, MaxTextLength);
        }

        var mapper = new EntryMapper(request);
        var matches = request.Snapshot.Messages.Find(text).Select(m => Map(m, request, mapper)).OfType<MessageMatchResponse>().ToList();
        if (matches.Count == 0)
        {
            gaps.Record(GapKind.UnresolvedMessage, text, request);
        }

        return matches.Count == 0
            ? ApiProblem.Create(request.Context, ProblemType.UnknownMessage, Beginning.Of(text, MaxRepeated, "\u2026"))
            : request.Answer(new MessageResolution { Text = text, Matches = matches }, AnswerPlans.Messages);
    }

    private static MessageMatchResponse? Map(MessageMatch match, ApiRequest request, EntryMapper mapper)
    {
        var item = request.KnowledgeBase.Entries.Find(match.EntryId)!;
        if (mapper.Map(item) is not { } entry)
        {
            return null;
        }

        return new MessageMatchResponse
        {
            Id = entry.Id,
            Title = entry.Title,
            Locale = entry.Locale,
            Codes = entry.Codes,
            Match = match.Kind,
            MatchedLocale = match.Locale.Value,
            MatchedText = match.Text,
            Messages = [.. item.Variants.Select(v => new LocalizedMessages
            {
                Locale = v.Locale.Value,
                Texts = v.Messages.IsEmpty ? [v.Title.Text] : [.. v.Messages.Select(m => m.Text)],
            })],
        };
    }
}
