using System.Collections.Immutable;
using KbApi.Content.Lookup;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Parts;

/// <summary>Documented codes that are close to one that is not.</summary>
internal static class NearCodes
{
    public static Html List(ImmutableArray<NearCode> nearest, SiteRequest request) => Html.When(!nearest.IsEmpty, () => Html.Of($"""
        <section class="near"><h2>{request.Words["NearCodes"]}</h2>
        <ul class="rows">{Html.Each(nearest, n => Item(n, request))}</ul>
        </section>
        """));

    /// <summary>What an undocumented code seems to belong to.</summary>
    public static Html Family(CodeLookup lookup, SiteRequest request)
    {
        if (lookup.Family is not { } family)
        {
            return Html.None;
        }

        var titles = family.Group?.Titles;
        var title = titles?.GetValueOrDefault(request.Words.Language) ?? titles?.GetValueOrDefault("en");
        return Html.Of($"""
            <p>{(title is null ? request.Words.With("Family", family.Pattern, family.Count) : request.Words.With("FamilyNamed", family.Pattern, title, family.Count))}</p>
            """);
    }

    private static Html Item(NearCode near, SiteRequest request)
    {
        var entry = request.KnowledgeBase.Entries.Find(near.EntryId) is { } item ? request.Locale.Choose(item) : null;
        return Html.When(entry is not null, () => Html.Of(
            $"""<li><a href="{request.ToEntry(near.EntryId)}"><code>{near.Code.Value}</code> <span{EntryParts.Language(entry!.Locale, request)}{EntryParts.Direction(entry.Locale)}>{entry.Title.Text}</span></a></li>"""));
    }
}
