using KbApi.Content.Lookup;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Codes;

/// <summary>What can be said of a code that is not documented.</summary>
internal static class UnknownCode
{
    /// <summary>The documented codes that are closest, closest first.</summary>
    public static IEnumerable<NearCodeResponse> Nearest(CodeLookup lookup, AnswerScope scope) => lookup.Nearest.Select(n => new NearCodeResponse
    {
        Code = n.Code.Value,
        Scheme = n.Code.Scheme,
        Source = n.Code.Source,
        Entry = n.EntryId,
        Title = TitleOf(n.EntryId, scope),
    });

    /// <summary>The codes that it seems to belong to, or null.</summary>
    public static CodeFamilyResponse? FamilyOf(CodeLookup lookup, AnswerScope scope)
    {
        if (lookup.Family is not { } family)
        {
            return null;
        }

        var titles = family.Group?.Titles;
        return new CodeFamilyResponse
        {
            Scheme = family.Scheme,
            Pattern = family.Pattern,
            Title = titles?.GetValueOrDefault(scope.Locale.Requested.Language) ?? titles?.GetValueOrDefault("en"),
            Source = family.Group?.Source,
            Count = family.Count,
        };
    }

    private static string TitleOf(string entryId, AnswerScope scope) =>
        scope.KnowledgeBase.Entries.Find(entryId)?.InFirstOf(scope.KnowledgeBase.ChainFor(scope.Locale.Requested))?.Title.Text ?? "";
}
