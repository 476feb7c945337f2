using KbApi.Content.Diagnostics;
using KbApi.Server.Diagnostics;
using KbApi.Server.Locales;
using KbApi.Server.Site.Rendering;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Site.Health;

/// <summary>How well the content is: what the rules say of it, and how far translations cover the original and keep up with it, and what is asked that it does not answer.</summary>
internal sealed class HealthPage(ContentFindings findings, GapChart gaps, SnapshotStore store)
{
    private const int MostFindings = 15;
    private const int MostErrors = 20;

    public async ValueTask<SitePage> MakeAsync(SiteRequest request)
    {
        var words = request.Words;
        var all = (await findings.Of(request.Snapshot).WaitAsync(request.Cancellation)).Select(f => f.Diagnostic).ToList();
        var knowledgeBase = request.KnowledgeBase;
        var locales = knowledgeBase.Locales.OrderByDescending(l => l == knowledgeBase.DefaultLocale).ThenBy(l => l).Select(l => LocaleEndpoints.Map(l, knowledgeBase)).ToList();
        var asked = await gaps.DrawAsync(request);
        var body = Html.Of($"""
            <div class="page">
            <h1>{words["Health"]}</h1>
            <p class="lead">{words["HealthLead"]}</p>
            {Refused(request)}
            <ul class="tiles">
            {Tile(knowledgeBase.Articles.Count, words["Articles"], "plain")}
            {Tile(knowledgeBase.Entries.Count, words["EntriesHead"], "plain")}
            {Tile(all.Count(d => d.Severity == DiagnosticSeverity.Error), words["Errors"], "error")}
            {Tile(all.Count(d => d.Severity == DiagnosticSeverity.Warning), words["Warnings"], "warning")}
            {Tile(locales.Sum(l => l.Stale), words["StaleHead"], "stale")}
            </ul>
            <section aria-labelledby="coverage"><h2 id="coverage">{words["Coverage"]}</h2>
            <p class="quiet">{words.With("CoverageText", Layout.NameOf(knowledgeBase.DefaultLocale.Value))}</p>
            {CoverageChart.Draw(locales, words)}</section>
            {asked}
            <section aria-labelledby="rules"><h2 id="rules">{words["ByRule"]}</h2>{RuleChart.Draw(all, request)}</section>
            {Files(all, request)}
            {List(all, request)}
            </div>
            """);
        return new SitePage(words["Health"], body) { Area = SiteArea.Health };
    }

    private Html Refused(SiteRequest request) => store.Refused is { } refused
        ? Html.Of($"""
            <div class="note stale" role="alert">{Icons.Note}<div><p>{request.Words.With("Refused", refused.RefusedAt.ToString("g", request.Words.Culture))}</p>
            <ul>{Html.Each(refused.Errors.Take(MostErrors), e => Html.Of($"<li><code>{e.Location.Path}:{e.Location.Start.Line + 1}</code> {e.GetMessage(request.Words.Culture)}</li>"))}</ul></div></div>
            """)
        : Html.None;

    private static Html Tile(int number, string name, string kind) => Html.Of(
        $"""<li class="{("tile " + (number == 0 && kind != "plain" ? "good" : kind))}"><strong>{number}</strong><span>{name}</span></li>""");

    private static Html Files(List<Diagnostic> all, SiteRequest request)
    {
        var words = request.Words;
        var files = all.Where(d => d.Severity >= DiagnosticSeverity.Warning).GroupBy(d => d.Location.Path, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(10).ToList();
        return Html.When(files.Count > 0, () => Html.Of($"""
            <section aria-labelledby="files"><h2 id="files">{words["ByFile"]}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="files"><table><thead><tr><th scope="col">{words["File"]}</th><th scope="col" class="number">{words["Errors"]}</th><th scope="col" class="number">{words["Warnings"]}</th></tr></thead>
            <tbody>{Html.Each(files, f => Html.Of($"""<tr><th scope="row"><code>{f.Key}</code></th><td class="number">{f.Count(d => d.Severity == DiagnosticSeverity.Error)}</td><td class="number">{f.Count(d => d.Severity == DiagnosticSeverity.Warning)}</td></tr>"""))}</tbody></table></div></section>
            """));
    }

    private static Html List(List<Diagnostic> all, SiteRequest request)
    {
        var words = request.Words;
        var shown = all.Where(d => d.Severity > DiagnosticSeverity.Hidden).OrderByDescending(d => d.Severity).Take(MostFindings).ToList();
        return Html.Of($"""
            <section aria-labelledby="list"><h2 id="list">{words["Findings"]}</h2>
            {(shown.Count == 0
                ? Html.Of($"""<p class="empty good">{Icons.Check}{words["NothingFound"]}</p>""")
                : Html.Of($"""<ol class="findings">{Html.Each(shown, d => Finding(d, request))}</ol>"""))}
            {Html.When(all.Count > shown.Count, () => Html.Of($"""<p class="quiet">{words.Count("MoreFindings", all.Count - shown.Count)} <a href="{Address.OfSite(request.Context.Request.PathBase + "/v1/diagnostics")}">{words["AsData"]}</a></p>"""))}
            </section>
            """);
    }

    private static Html Finding(Diagnostic diagnostic, SiteRequest request)
    {
        var kind = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "Error",
            DiagnosticSeverity.Warning => "Warning",
            _ => "Info",
        };
        return Html.Of($"""
            <li class="finding"><div class="hit-meta"><span class="{("severity " + kind.ToLowerInvariant())}">{request.Words["Severity_" + kind]}</span> <span class="quiet"><a href="{request.To("/codes/" + diagnostic.Id)}">{diagnostic.Id}</a> · <code>{diagnostic.Location.Path}:{diagnostic.Location.Start.Line + 1}</code></span></div>
            <p>{diagnostic.GetMessage(request.Words.Culture)}</p></li>
            """);
    }
}
