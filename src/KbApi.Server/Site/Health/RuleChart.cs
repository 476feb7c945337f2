using KbApi.Content.Diagnostics;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Health;

/// <summary>How often each rule finds something: a table whose bars show the proportions.</summary>
internal static class RuleChart
{
    private const int Most = 12;

    public static Html Draw(List<Diagnostic> all, SiteRequest request)
    {
        var words = request.Words;
        var rules = all.GroupBy(d => d.Id, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (rules.Count == 0)
        {
            return Html.Of($"""<p class="empty good">{Icons.Check}{words["NothingFound"]}</p>""");
        }

        var largest = rules[0].Count();
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-labelledby="rules"><table class="bars"><thead><tr><th scope="col">{words["Rule"]}</th><th scope="col">{words["What"]}</th><th scope="col" class="number">{words["Number"]}</th><td aria-hidden="true"></td></tr></thead>
            <tbody>{Html.Each(rules.Take(Most), g => Row(g, largest, request))}</tbody></table></div>
            {Html.When(rules.Count > Most, () => Html.Of($"""<p class="quiet">{words.Count("MoreRules", rules.Count - Most)}</p>"""))}
            """);
    }

    private static Html Row(IGrouping<string, Diagnostic> rule, int largest, SiteRequest request)
    {
        var width = 100d * rule.Count() / largest;
        var kind = rule.Max(d => d.Severity) switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return Html.Of($"""
            <tr><th scope="row"><a href="{request.To("/codes/" + rule.Key)}">{rule.Key}</a></th><td>{rule.First().Descriptor.Title.In(request.Words.Culture)}</td><td class="number">{rule.Count()}</td>
            <td class="bar-cell"><svg viewBox="0 0 100 10" width="160" height="10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="{("bar " + kind)}" width="{width}" height="10" rx="2"/></svg></td></tr>
            """);
    }
}
