using System.Globalization;
using KbApi.Cli.Watch.Content;
using KbApi.Content.Diagnostics;
using KbApi.Server.Site.Rendering;

namespace KbApi.Cli.Watch.Pages;

/// <summary>Parts of pages that show findings.</summary>
internal static class FindingParts
{
    /// <summary>How much it matters, as a mark with its word.</summary>
    public static Html Severity(DiagnosticSeverity severity, WatchWords words) =>
        Html.Of($"""<span class="severity {ClassOf(severity)}">{words["Severity_" + severity]}</span>""");

    public static string ClassOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "none",
    };

    /// <summary>How many of each severity; a mark that all is well where there are none.</summary>
    public static Html Counts(IEnumerable<Diagnostic> findings, WatchWords words)
    {
        var counts = findings.GroupBy(d => d.Severity).OrderByDescending(g => g.Key).Select(g => (Severity: g.Key, Count: g.Count())).ToList();
        return counts.Count == 0
            ? Html.Of($"""<span class="severity clean">{words["Clean"]}</span>""")
            : Html.Each(counts, c => Html.Of($"""<span class="severity {ClassOf(c.Severity)}">{words.Count("Count_" + c.Severity, c.Count)}</span> """));
    }

    /// <summary>A finding where it stands: what is wrong, which rule says so, and what would mend it.</summary>
    public static Html Note(WatchedFinding finding, int number, WatchedArticle article, WatchedDocument document, PreviewRequest request)
    {
        var (diagnostic, words) = (finding.Diagnostic, request.Words);
        return Html.Of($"""
            <div class="finding-note {ClassOf(diagnostic.Severity)}" role="note" id="{IdOf(number)}" lang="{words.Language}" dir="ltr">
            <p>{Severity(diagnostic.Severity, words)} <a href="{PreviewRequest.ToRule(diagnostic.Id)}"><code>{diagnostic.Id}</code></a> {diagnostic.GetMessage(words.Culture)} <span class="quiet nowrap">{PlaceOf(diagnostic, words)}</span></p>
            {Html.When(finding.Fix is not null && document.Text is not null, () => Html.Of($"""
                {FixDiff.Of(document.Text!, finding.Fix!.Changes, words)}
                <form class="fix" method="post" action="{Address.OfSite("/fix")}">
                <input type="hidden" name="token" value="{request.Token}"><input type="hidden" name="article" value="{article.Id}"><input type="hidden" name="locale" value="{document.Locale.Value}"><input type="hidden" name="finding" value="{finding.Key}">
                <button type="submit" aria-describedby="{IdOf(number)}">{words["ApplyFix"]}</button>
                </form>
                """))}
            </div>
            """);
    }

    /// <summary>The anchor of a finding on its page.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"finding-{number}");

    /// <summary>Line and column, counted from 1; nothing where the file as a whole is meant.</summary>
    public static string PlaceOf(Diagnostic diagnostic, WatchWords words) => diagnostic.Location is { Span.IsEmpty: true, Start: { Line: 0, Character: 0 } }
        ? words["WholeFile"]
        : words.With("Place", diagnostic.Location.Start.Line + 1, diagnostic.Location.Start.Character + 1);
}
