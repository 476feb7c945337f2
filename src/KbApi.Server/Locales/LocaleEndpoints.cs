using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Locales;

/// <summary>The languages of the content.</summary>
internal static class LocaleEndpoints
{
    public static void MapLocales(this IEndpointRouteBuilder group) =>
        group.MapReading("/locales", ListLocales)
            .WithName("listLocales")
            .Produces<LocalesResponse>().WithTags("Locales");

    /// <summary>List locales</summary>
    /// <remarks>The locales of the content: how much of the default locale's exists in each, and how much of that is stale.</remarks>
    /// <param name="request">The request.</param>
    internal static IResult ListLocales(ApiRequest request)
    {
        var knowledgeBase = request.KnowledgeBase;
        var ordered = knowledgeBase.Locales.OrderByDescending(l => l == knowledgeBase.DefaultLocale).ThenBy(l => l);
        var answer = new LocalesResponse { Items = [.. ordered.Select(l => Map(l, knowledgeBase))] };
        return request.Answer(answer, AnswerPlans.Items);
    }

    /// <summary>A locale in numbers.</summary>
    public static LocaleResponse Map(LocaleTag locale, KnowledgeBase knowledgeBase)
    {
        var original = knowledgeBase.Entries.Items.Where(i => i.In(knowledgeBase.DefaultLocale) is not null).ToList();
        var here = knowledgeBase.Entries.Items.Where(i => i.In(locale) is not null).ToList();
        var covered = original.Count(i => i.In(locale) is not null);
        return new LocaleResponse
        {
            Locale = locale.Value,
            IsDefault = locale == knowledgeBase.DefaultLocale,
            Articles = knowledgeBase.Articles.Items.Count(a => a.In(locale) is not null),
            Entries = here.Count,
            Coverage = original.Count == 0 ? 1 : Math.Round((double)covered / original.Count, 4),
            Stale = here.Count(i => StalenessReader.Compare(i.In(knowledgeBase.DefaultLocale), i.In(locale)!).State == StalenessState.Stale),
        };
    }
}
