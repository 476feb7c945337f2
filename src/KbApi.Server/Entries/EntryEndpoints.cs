using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Changes;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Entries;

/// <summary>Entries by id, and lists of them.</summary>
internal static class EntryEndpoints
{
    public static void MapEntries(this IEndpointRouteBuilder group)
    {
        group.MapProse("/entries", ListEntries)
            .WithName("listEntries")
            .Produces<EntryPage>().WithTags("Entries");
        group.MapProse("/entries/{**id}", GetEntry)
            .WithName("getEntry")
            .Produces<EntryResponse>().WithTags("Entries");
    }

    /// <summary>Get an entry</summary>
    /// <remarks>One entry by its id, which is the same in every locale.</remarks>
    /// <param name="id">The id, for example `sspr/sspr-0029`.</param>
    /// <param name="request">The request.</param>
    internal static IResult GetEntry(string id, ApiRequest request)
    {
        id = PathValue.Of(id);
        if (request.KnowledgeBase.Entries.Find(id) is not { } item)
        {
            return ApiProblem.Create(request.Context, ProblemType.UnknownId, id);
        }

        if (new EntryMapper(request).Map(item) is not { } entry)
        {
            return NotInLocale(request, id, item.Variants.Select(v => v.Locale));
        }

        request.SetLanguage(LocaleTag.Parse(entry.Locale));
        return request.Answer(entry, AnswerPlans.Entry, () => EntryProse.Write(entry, request));
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
    /// <param name="changedSince">Only entries that were added or changed since this snapshot: the header `Kb-Snapshot` of an earlier answer.</param>
    /// <param name="store">The snapshots.</param>
    internal static IResult ListEntries(
        ApiRequest request, string? article, string? section, string? surface, string? scheme, string? source, string? severity, string? changedSince, SnapshotStore store)
    {
        var filter = new EntryFilter(article, section, surface, scheme, source, severity);
        if (severity is not null && filter.ParsedSeverity is null)
        {
            return ApiProblem.InvalidParameter(request.Context, "severity", "OneOf", severity, "error, warning, info");
        }

        HashSet<string>? changed = null;
        if (changedSince is not null)
        {
            var (changes, problem) = ChangeEndpoints.Since(changedSince, "changedSince", request, store);
            if (problem is not null)
            {
                return problem;
            }

            changed = changes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        }

        var matching = request.KnowledgeBase.Entries.Items
            .Where(item => request.Locale.Choose(item) is { } entry && filter.Passes(entry) && changed?.Contains(item.Id) != false)
            .ToList();
        return Page(request, matching);
    }

    /// <summary>A page of entries that all have a text for the request's locale.</summary>
    private static IResult Page(ApiRequest request, IReadOnlyList<Localized<Entry>> matching)
    {
        var mapper = new EntryMapper(request);
        request.SetLanguage(matching.Select(item => request.Locale.Choose(item)!.Locale));
        return Paging.Answer(request, matching, item => item.Id, entries => entries.Select(item => mapper.Map(item)!), AnswerPlans.Entry, page =>
        {
            var text = new ProseDocument(request.Locale.Chain.FirstOrDefault(request.KnowledgeBase.DefaultLocale).Value);
            foreach (var item in page)
            {
                text.Append(EntryProse.Write(mapper.Map(item)!, request));
            }

            return text;
        });
    }

    /// <summary>There is the thing, but in no language that the caller accepts.</summary>
    public static IResult NotInLocale(ApiRequest request, string id, IEnumerable<LocaleTag> available)
    {
        var locales = available.Select(l => l.Value).ToArray();
        var extensions = new Dictionary<string, object?> { ["locales"] = locales };
        return ApiProblem.Create(request.Context, ProblemType.NotInLocale, extensions, id, request.Locale.Requested.Value, string.Join(", ", locales));
    }
}
