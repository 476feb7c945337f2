using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Entries;
using KbApi.Server.Problems;

namespace KbApi.Server.Http;

/// <summary>Answers with the variant of a thing that fits the request's locale.</summary>
internal static class KnowledgeMapping
{
    public static IResult Answer<TItem, TResponse>(
        ApiRequest request, string id, LocalizedSet<TItem> items, Func<TItem, TResponse> map, AnswerPlan plan, Func<TResponse, ProseDocument> prose)
        where TItem : KnowledgeItem
        where TResponse : class
    {
        id = PathValue.Of(id);
        if (items.Find(id) is not { } item)
        {
            return ApiProblem.Create(request.Context, ProblemType.UnknownId, id);
        }

        if (request.Locale.Choose(item) is not { } variant)
        {
            return EntryEndpoints.NotInLocale(request, id, item.Variants.Select(v => v.Locale));
        }

        request.SetLanguage(variant.Locale);
        var answer = map(variant);
        return request.Answer(answer, plan, () => prose(answer));
    }

    public static bool IsFallback(this AnswerScope request, LocaleTag locale) => locale.Language != request.Locale.Requested.Language;

    public static List<string> LocalesOf<T>(LocalizedSet<T> items, string id)
        where T : class, ILocalizable => [.. items.Find(id)!.Variants.Select(v => v.Locale.Value)];
}
