using System.Text.Json;
using System.Text.Json.Nodes;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Entries;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KbApi.Server.Codes;

/// <summary>What an error code means.</summary>
internal static class CodeEndpoints
{
    private const int MaxCodeLength = 200;

    public static void MapCodes(this IEndpointRouteBuilder group) =>
        group.MapProse("/codes/{code}", GetCode)
            .WithName("getCode").Produces<CodeAnswer>().WithTags("Codes");

    /// <summary>Look up a code</summary>
    /// <remarks>
    /// The entry behind any spelling of a code in any scheme: `SSPR_0029`, `sspr 29`, `0x80230619`, `hr=80230619`, `-2145188327`, `31003`. A code with
    /// one entry answers with it, and with `Content-Location`; one with several answers with `matches`. Digits are never matched approximately, and a
    /// number below 100 only with its prefix, name, scheme or source.
    /// </remarks>
    /// <param name="code">The code, in any spelling.</param>
    /// <param name="source">Only codes of this source, for example `ADSync`.</param>
    /// <param name="scheme">Only codes of this scheme, for example `event`.</param>
    /// <param name="request">The request.</param>
    /// <param name="metrics">Counts codes that are not documented.</param>
    internal static IResult GetCode(string code, string? source, string? scheme, ApiRequest request, KbMetrics metrics)
    {
        code = PathValue.Of(code);
        if (string.IsNullOrWhiteSpace(code) || code.Length > MaxCodeLength)
        {
            return ApiProblem.InvalidParameter(request.Context, "code", "Length", 1, MaxCodeLength);
        }

        var knowledgeBase = request.KnowledgeBase;
        var lookup = metrics.Find(knowledgeBase.Codes, code, source, scheme);
        if (lookup.Owners.IsEmpty)
        {
            return Unknown(request, code, lookup);
        }

        var items = lookup.Owners.Select(o => knowledgeBase.Entries.Find(o.EntryId)!).ToList();
        var mapper = new EntryMapper(request);
        var entries = items.Select(mapper.Map).OfType<EntryResponse>().ToList();
        if (entries.Count == 0)
        {
            return EntryEndpoints.NotInLocale(request, code, items.SelectMany(i => i.Variants).Select(v => v.Locale).Distinct());
        }

        request.SetLanguage(entries.Select(e => LocaleTag.Parse(e.Locale)));
        if (entries.Count > 1)
        {
            return AnswerMatches(request, code, entries);
        }

        request.Context.Response.Headers.ContentLocation = $"{request.Context.Request.PathBase}/v1/entries/{entries[0].Id}?locale={entries[0].Locale}";
        return request.Answer(entries[0], AnswerPlans.Entry, () => EntryProse.Write(entries[0], request));
    }

    private static IResult AnswerMatches(ApiRequest request, string code, List<EntryResponse> entries)
    {
        if (request.MediaType != Representations.Json)
        {
            var text = new ProseDocument(entries[0].Locale).Note("Several", code);
            foreach (var entry in entries)
            {
                text.Append(EntryProse.Write(entry, request));
            }

            return request.AnswerProse(text);
        }

        var items = entries.ConvertAll(e => request.ToJson(e, AnswerPlans.Entry));
        var frame = new JsonObject { ["code"] = code, ["matches"] = new JsonArray([.. items.Select(i => i.DeepClone())]) };
        return request.MaxBytes is { } max && JsonSerializer.SerializeToUtf8Bytes(frame, request.Json).Length > max
            ? request.AnswerFitting(ListTrimmer.FitAll(items, AnswerPlans.Entry, new JsonObject { ["code"] = code }, "matches", max, request.Json))
            : request.AnswerFitting(frame);
    }

    private static ProblemHttpResult Unknown(ApiRequest request, string code, CodeLookup lookup)
    {
        var extensions = new Dictionary<string, object?> { ["nearest"] = UnknownCode.Nearest(lookup, request).ToArray() };
        if (UnknownCode.FamilyOf(lookup, request) is { } family)
        {
            extensions["family"] = family;
        }

        return ApiProblem.Create(request.Context, ProblemType.UnknownCode, extensions, code);
    }
}
