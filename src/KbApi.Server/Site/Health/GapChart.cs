using KbApi.Reports.Insights;
using KbApi.Reports.Storage;
using KbApi.Server.Access;
using KbApi.Server.Insights;
using KbApi.Server.Reports;
using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Authorization;

namespace KbApi.Server.Site.Health;

/// <summary>
/// What people ask that the content does not answer, with how often, and the closest entry. It is shown to those alone who may read insights: what
/// somebody asks is nobody else's business.
/// </summary>
internal sealed class GapChart(ReportDesk desk, GapCatalog catalog, IAuthorizationService authorization, TimeProvider time)
{
    private const int Days = 30;
    private const int Most = 10;

    public async ValueTask<Html> DrawAsync(SiteRequest request)
    {
        if (!desk.Options.IsThere || !(await authorization.AuthorizeAsync(request.Context.User, request.Context, Scopes.InsightsRead)).Succeeded)
        {
            return Html.None;
        }

        try
        {
            return Draw(await catalog.ReadAsync(desk.Store, request.KnowledgeBase, time.GetUtcNow().AddDays(-Days), request.Cancellation), request);
        }
        catch (StoreUnavailableException)
        {
            return Section(request, Html.Of($"""<p class="quiet">{request.Words["GapsAway"]}</p>"""));
        }
    }

    private static Html Draw(OpenGaps open, SiteRequest request)
    {
        var words = request.Words;
        var shown = open.Gaps.Take(Most).ToList();
        if (shown.Count == 0)
        {
            return Section(request, Html.Of($"""<p class="empty good">{Icons.Check}{words["NoGaps"]}</p>"""));
        }

        return Section(request, Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-labelledby="gaps"><table class="bars"><thead><tr><th scope="col">{words["Asked"]}</th><th scope="col">{words["What"]}</th><th scope="col">{words["Closest"]}</th><th scope="col" class="number">{words["Times"]}</th><td aria-hidden="true"></td></tr></thead>
            <tbody>{Html.Each(shown, g => Row(g, open, shown[0].Count, request))}</tbody></table></div>
            <p class="quiet">{Html.When(open.Gaps.Length > shown.Count, () => Html.Of($"""{words.Count("MoreGaps", open.Gaps.Length - shown.Count)} """))}<a href="{Address.OfSite(request.Context.Request.PathBase + "/v1/insights/gaps")}">{words["AsData"]}</a></p>
            """));
    }

    private static Html Section(SiteRequest request, Html body) => Html.Of($"""
        <section aria-labelledby="gaps"><h2 id="gaps">{request.Words["Gaps"]}</h2>
        <p class="quiet">{request.Words.With("GapsText", Days)}</p>
        {body}</section>
        """);

    private static Html Row(Gap gap, OpenGaps open, long largest, SiteRequest request)
    {
        var width = 100d * gap.Count / largest;
        var near = open.Neighbours.Find(gap).Select(n => request.KnowledgeBase.Entries.Find(n.EntryId)?.InFirstOf(request.Locale.Chain)).FirstOrDefault(e => e is not null);
        return Html.Of($"""
            <tr><th scope="row">{gap.Template}</th><td>{request.Words["Gap_" + gap.Kind]}</td>
            <td>{Html.When(near is not null, () => Html.Of($"""<a href="{request.ToEntry(near!.Id)}" lang="{near.Locale.Value}">{near.Title.Text}</a>"""))}</td><td class="number">{gap.Count}</td>
            <td class="bar-cell"><svg viewBox="0 0 100 10" width="160" height="10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar warning" width="{width}" height="10" rx="2"/></svg></td></tr>
            """);
    }
}
