using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Logs;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Logs;

/// <summary>What was found in a log, in words.</summary>
internal static class LogFindings
{
    private const int Most = 50;

    public static Html List(LogAnalysis analysis, SiteRequest request)
    {
        var findings = analysis.Findings.OrderByDescending(f => f.Diagnostic.Severity).ThenBy(f => f.Diagnostic.Location.Start.Line).ToList();
        return findings.Count == 0
            ? Html.Of($"""<p class="empty good">{Icons.Check}{request.Words["NoFindings"]}</p>""")
            : Html.Of($"""
                <ol class="findings">{Html.Each(findings.Take(Most), f => Item(f, request))}</ol>
                {Html.When(findings.Count > Most, () => Html.Of($"""<p class="quiet">{request.Words.Count("MoreFindings", findings.Count - Most)}</p>"""))}
                """);
    }

    public static Html Operations(LogAnalysis analysis, SiteRequest request)
    {
        var words = request.Words;
        return Html.When(!analysis.Operations.IsEmpty, () => Html.Of($"""
            <section aria-labelledby="operations"><h2 id="operations">{words["Operations"]}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="operations"><table><thead><tr><th scope="col">{words["Operation"]}</th><th scope="col" class="number">{words["Run_Started"]}</th><th scope="col" class="number">{words["Run_Succeeded"]}</th><th scope="col" class="number">{words["Run_Failed"]}</th><th scope="col" class="number">{words["Run_Missing"]}</th><th scope="col" class="number">{words["Run_Open"]}</th></tr></thead>
            <tbody>{Html.Each(analysis.Operations, o => Html.Of($"""<tr><th scope="row">{o.Name}</th><td class="number">{o.Started}</td><td class="number">{o.Succeeded}</td><td class="number">{o.Failed}</td><td class="number">{o.WithoutOutcome}</td><td class="number">{o.Open}</td></tr>"""))}</tbody></table></div>
            </section>
            """));
    }

    private static Html Item(LogFinding finding, SiteRequest request)
    {
        var words = request.Words;
        var severity = finding.Diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => EntrySeverity.Error,
            DiagnosticSeverity.Warning => EntrySeverity.Warning,
            _ => EntrySeverity.Info,
        };
        return Html.Of($"""
            <li class="finding">
            <div class="hit-meta"><span class="{("severity " + EntryParts.ClassOf(severity))}">{words["Severity_" + severity]}</span> <span class="quiet">{words.With("Line", finding.Diagnostic.Location.Start.Line + 1)} · <a href="{request.To("/codes/" + finding.Diagnostic.Id)}">{finding.Diagnostic.Id}</a></span></div>
            <p>{finding.Diagnostic.GetMessage(words.Culture)}</p>
            {Html.When(!finding.Entries.IsEmpty, () => Html.Of($"""<ul class="rows">{Html.Each(finding.Entries.Take(3), e => Link(e, request))}</ul>"""))}
            </li>
            """);
    }

    private static Html Link(string id, SiteRequest request)
    {
        var entry = request.KnowledgeBase.Entries.Find(id) is { } item ? request.Locale.Choose(item) : null;
        return Html.When(entry is not null, () => Html.Of(
            $"""<li><a href="{request.ToEntry(id)}"{EntryParts.Language(entry!.Locale, request)}{EntryParts.Direction(entry.Locale)}>{Html.Each(entry.Codes.Take(1), c => Html.Of($"<code>{c.Code.Value}</code> "))}{entry.Title.Text}</a></li>"""));
    }
}
