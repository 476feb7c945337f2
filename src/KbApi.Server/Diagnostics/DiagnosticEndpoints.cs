using System.Globalization;
using System.Text.Json;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Catalog;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Diagnostics;

/// <summary>What the rules say of the content, and which rules there are.</summary>
internal static class DiagnosticEndpoints
{
    public static void MapDiagnostics(this IEndpointRouteBuilder group)
    {
        group.MapReading("/diagnostics", ListDiagnosticsAsync).WithName("listDiagnostics").Produces<DiagnosticPage>().WithTags("Diagnostics");
        group.MapReading("/rules", ListRules).WithName("listRules").Produces<RulesResponse>().WithTags("Diagnostics");
    }

    /// <summary>List findings</summary>
    /// <remarks>
    /// What the rules say of the content now being served, in the order of the files; suppressed findings are left out. Severities are those of the
    /// catalogue, unless an `.editorconfig` beside the content sets others. The rules run in the background when content has changed; a request that comes sooner waits for them.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="findings">What the rules find.</param>
    /// <param name="severity">Only findings that matter at least as much: `hidden`, `info`, `warning` or `error`.</param>
    /// <param name="rule">Only findings of this rule, for example `KB1101`.</param>
    /// <param name="path">Only findings in this file, as findings name it.</param>
    /// <param name="cancellation">Ends the waiting for the rules.</param>
    internal static async Task<IResult> ListDiagnosticsAsync(
        ApiRequest request, ContentFindings findings, string? severity, string? rule, string? path, CancellationToken cancellation)
    {
        var least = DiagnosticSeverity.Hidden;
        if (severity is not null && (!Enum.TryParse(severity, ignoreCase: true, out least) || severity != CamelCase(least)))
        {
            return ApiProblem.InvalidParameter(request.Context, "severity", "OneOf", severity, string.Join(", ", Enum.GetValues<DiagnosticSeverity>().Select(CamelCase)));
        }

        var culture = request.Locale.Requested.ToCulture();
        var all = await findings.Of(request.Snapshot).WaitAsync(cancellation);
        var matching = all.Where(f => f.Diagnostic.Severity >= least
            && (rule is null || f.Diagnostic.Id.Equals(rule, StringComparison.OrdinalIgnoreCase))
            && (path is null || f.Diagnostic.Location.Path == path)).ToList();
        request.SetLanguage(LanguageOf(culture));
        return Paging.Answer(request, matching, f => f.Id, page => page.Select(f => Map(f.Diagnostic, culture)), AnswerPlans.Finding);
    }

    /// <summary>List rules</summary>
    /// <remarks>The kinds of findings that there are: those of reading content, and those of the rules.</remarks>
    /// <param name="request">The request.</param>
    internal static IResult ListRules(ApiRequest request)
    {
        var culture = request.Locale.Requested.ToCulture();
        var fixable = BuiltInRules.FixProviders.SelectMany(p => p.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var answer = new RulesResponse
        {
            Items = [.. ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors).OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new RuleResponse
            {
                Id = d.Id,
                Category = d.Category,
                DefaultSeverity = d.DefaultSeverity,
                Title = d.Title.In(culture),
                Fixable = fixable.Contains(d.Id),
                Entry = request.KnowledgeBase.Codes.Find(d.Id).Owners is [var owner, ..] ? owner.EntryId : null,
            })],
        };
        request.SetLanguage(LanguageOf(culture));
        return request.Answer(answer, AnswerPlans.Items);
    }

    /// <summary>The words of rules exist in English and Swedish.</summary>
    private static LocaleTag LanguageOf(CultureInfo culture) => LocaleTag.Parse(culture.TwoLetterISOLanguageName == "sv" ? "sv" : "en");

    private static string CamelCase(DiagnosticSeverity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());

    public static DiagnosticResponse Map(Diagnostic diagnostic, CultureInfo culture) => new()
    {
        Id = diagnostic.Id,
        Severity = diagnostic.Severity,
        Path = diagnostic.Location.Path,
        Line = diagnostic.Location.Start.Line + 1,
        Column = diagnostic.Location.Start.Character + 1,
        Message = diagnostic.GetMessage(culture),
    };
}
