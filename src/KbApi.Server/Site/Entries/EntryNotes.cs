using KbApi.Content.Model;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Entries;

/// <summary>What a reader has to know of a text before relying on it.</summary>
internal static class EntryNotes
{
    private const int MostReasons = 5;

    /// <summary>The translation no longer says what the original says.</summary>
    public static Html Staleness(Staleness staleness, Localized<Entry> item, SiteRequest request)
    {
        var words = request.Words;
        var original = request.KnowledgeBase.DefaultLocale;
        return Html.When(staleness.State == StalenessState.Stale, () => Html.Of($"""
            <div class="note stale">{Icons.Note}<div>
            <p>{words["Stale"]} {Html.When(item.In(original) is not null, () => Html.Of($"""<a href="{request.InLocale(original.Value)}" hreflang="{original.Value}">{words.With("ReadOriginal", Layout.NameOf(original.Value))}</a>"""))}</p>
            <details><summary>{words["WhatDiffers"]}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="{words["WhatDiffers"]}"><table><thead><tr><th scope="col">{words["Field"]}</th><th scope="col">{words["InOriginal"]}</th><th scope="col">{words["Here"]}</th></tr></thead>
            <tbody>{Html.Each(staleness.Reasons.Take(MostReasons), r => Html.Of($"<tr><td>{words["Field_" + r.Field]}</td><td>{r.Source}</td><td>{r.Here}</td></tr>"))}</tbody></table></div>
            </details></div></div>
            """));
    }
}
