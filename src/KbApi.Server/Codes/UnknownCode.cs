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
    public static CodeFamilyResponse? FamilyOf(CodeLookup lookup, AnswerScope scope) => Map(lookup.Family, scope);

    /// <summary>A family as an answer names it, or null where there is none.</summary>
    public static CodeFamilyResponse? Map(CodeFamily? family, AnswerScope scope)
    {
        if (family is null)
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

    /// <summary>The title of an entry in the best locale, or an empty text.</summary>
    public static string TitleOf(string entryId, AnswerScope scope) =>
        scope.KnowledgeBase.Entries.Find(entryId)?.InFirstOf(scope.KnowledgeBase.ChainFor(scope.Locale.Requested))?.Title.Text ?? "";
}
