using KbApi.Content.Model;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Entries;

/// <summary>Entries by id, and lists of them.</summary>
internal static class EntryEndpoints
{
    public static void MapEntries(this IEndpointRouteBuilder group)
    {
        group.MapReading("/entries", ListEntries)
            .WithName("listEntries")
            .Produces<EntryPage>().WithTags("Entries");
        group.MapReading("/entries/{**id}", GetEntry)
            .WithName("getEntry")
            .Produces<EntryResponse>().WithTags("Entries");
    }

    /// <summary>Get an entry</summary>
    /// <remarks>One entry by its id, which is the same in every locale.</remarks>
    /// <param name="id">The id, for example `sspr/sspr-0029`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetEntry(string id, ApiRequest request)
    {
        if (request.KnowledgeBase.Entries.Find(id) is not { } item)
        {
            return ApiProblem.Create(request.Context, ProblemType.UnknownId, id);
        }

        if (new EntryMapper(request).Map(item) is not { } entry)
        {
            return NotInLocale(request, id, item.Variants.Select(v => v.Locale));
        }

        request.SetLanguage(LocaleTag.Parse(entry.Locale));
        return TypedResults.Ok(entry);
    }

    /// <summary>List entries</summary>
    /// <remarks>All entries, or those that the filters let pass, in the order of the documents.</remarks>
    /// <param name="request">The request.</param>
    /// <param name="article">Only entries of this article.</param>
    /// <param name="section">Only entries of this section, by its anchor.</param>
    /// <param name="surface">Only entries that show on this surface; the same as `section`.</param>
    /// <param name="scheme">Only entries with a code of this scheme, for example `event` or `hresult`.</param>
    /// <param name="source">Only entries with a code of this source, for example `ADSync`.</param>
    /// <param name="severity">Only entries of this severity: `error`, `warning` or `info`.</param>
    internal static IResult ListEntries(
        ApiRequest request, string? article, string? section, string? surface, string? scheme, string? source, string? severity)
    {
        var filter = new EntryFilter(article, section, surface, scheme, source, severity);
        if (severity is not null && filter.ParsedSeverity is null)
        {
            return ApiProblem.InvalidParameter(request.Context, "severity", "OneOf", severity, "error, warning, info");
        }

        var matching = request.KnowledgeBase.Entries.Items
            .Where(item => request.Locale.Choose(item) is { } entry && filter.Passes(entry))
            .ToList();
        var (page, next, problem) = Paging.Cut(request, matching, item => item.Id);
        if (problem is not null)
        {
            return problem;
        }

        var mapper = new EntryMapper(request);
        var entries = page.Select(mapper.Map).OfType<EntryResponse>().ToList();
        request.SetLanguage(entries.Select(e => LocaleTag.Parse(e.Locale)));
        return TypedResults.Ok(new EntryPage { Items = entries, Total = matching.Count, NextCursor = next });
    }

    /// <summary>There is the thing, but in no language that the caller accepts.</summary>
    public static IResult NotInLocale(ApiRequest request, string id, IEnumerable<LocaleTag> available)
    {
        var locales = available.Select(l => l.Value).ToArray();
        var extensions = new Dictionary<string, object?> { ["locales"] = locales };
        return ApiProblem.Create(request.Context, ProblemType.NotInLocale, extensions, id, request.Locale.Requested.Value, string.Join(", ", locales));
    }
}
