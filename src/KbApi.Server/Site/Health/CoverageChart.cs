using KbApi.Server.Contracts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Health;

/// <summary>For each locale, how much of the original exists in it, and how much of that no longer says the same. A picture, and the same as a table.</summary>
internal static class CoverageChart
{
    private const double Width = 1000;
    private const double RowHeight = 48;
    private const double LabelWidth = 180;
    private const double BarWidth = 640;

    public static Html Draw(IReadOnlyList<LocaleResponse> locales, SiteWords words) => Html.Of($"""
        <figure class="chart">
        <div class="scroll" tabindex="0" role="region" aria-labelledby="coverage"><svg viewBox="0 0 {Width} {locales.Count * RowHeight}" role="img" aria-label="{words["Coverage"]}">
        {Html.Each(locales.Select((l, i) => (Locale: l, Row: i)), l => Row(l.Locale, l.Row, words))}
        </svg></div>
        <figcaption><ul class="legend">
        <li><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><rect class="bar current" x="1" y="5" width="18" height="10" rx="3"/></svg>{words["Current"]}</li>
        <li><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><rect class="bar outdated" x="1" y="5" width="18" height="10" rx="3"/></svg>{words["StaleHead"]}</li>
        <li><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><rect class="ground" x="1" y="5" width="18" height="10" rx="3"/></svg>{words["Untranslated"]}</li>
        </ul></figcaption>
        </figure>
        <details class="table"><summary>{words["AsTable"]}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="{words["Coverage"]}"><table><thead><tr><th scope="col">{words["Language"]}</th><th scope="col" class="number">{words["Articles"]}</th><th scope="col" class="number">{words["EntriesHead"]}</th><th scope="col" class="number">{words["Coverage"]}</th><th scope="col" class="number">{words["StaleHead"]}</th></tr></thead>
        <tbody>{Html.Each(locales, l => Html.Of($"""<tr><th scope="row">{Layout.NameOf(l.Locale)} <span class="quiet">{l.Locale}</span></th><td class="number">{l.Articles}</td><td class="number">{l.Entries}</td><td class="number">{Percent(l.Coverage, words)}</td><td class="number">{l.Stale}</td></tr>"""))}</tbody></table></div></details>
        """);

    private static Html Row(LocaleResponse locale, int row, SiteWords words)
    {
        var y = row * RowHeight;
        var middle = y + (RowHeight / 2);
        var covered = BarWidth * Math.Clamp(locale.Coverage, 0, 1);
        var stale = locale.Entries == 0 ? 0 : covered * locale.Stale / locale.Entries;
        return Html.Of($"""
            <text class="name" x="0" y="{middle + 5}">{Layout.NameOf(locale.Locale)}</text>
            <rect class="ground" x="{LabelWidth}" y="{middle - 9}" width="{BarWidth}" height="18" rx="5"/>
            <rect class="bar current" x="{LabelWidth}" y="{middle - 9}" width="{covered}" height="18" rx="5"/>
            {Html.When(stale > 0, () => Html.Of($"""<rect class="bar outdated" x="{LabelWidth + covered - stale}" y="{middle - 9}" width="{stale}" height="18" rx="5"/>"""))}
            <text class="value" x="{LabelWidth + BarWidth + 16}" y="{middle + 5}">{Percent(locale.Coverage, words)}{(locale.Stale > 0 ? " · " + words.Count("StaleCount", locale.Stale) : "")}</text>
            """);
    }

    private static string Percent(double share, SiteWords words) => Math.Floor(share * 100).ToString("0", words.Culture) + " %";
}
