using System.Net;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Drift;

namespace KbApi.Cli.Drift;

/// <summary>
/// Writes drift as one HTML page that needs nothing else: no script, no font, no network. Roles are written out because narrow screens lay
/// rows out as blocks, which else takes the meaning of a table from them.
/// </summary>
internal static class DriftPage
{
    private const string StyleResource = "KbApi.Cli.Drift.report.css";

    public static void Write(ITerminal terminal, TextWriter output, DriftReport report)
    {
        var title = terminal.Text("Drift_Title");
        output.Write($"""
            <!DOCTYPE html>
            <html lang="{terminal.Culture.TwoLetterISOLanguageName}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <style>
            {Style()}</style>
            </head>
            <body>
            <a class="skip" href="#documents">{Text(terminal.Text("Drift_Skip"))}</a>
            <header>
            <h1>{Text(title)}</h1>
            <p class="lead">{Text(Lead(terminal, report))}</p>

            """);
        WriteFilter(terminal, output, report);
        output.Write("</header>\n<main id=\"documents\" tabindex=\"-1\">\n");
        if (!report.HasDrift)
        {
            output.Write($"<p>{Text(terminal.Text("Drift_Clean"))}</p>\n");
        }

        foreach (var article in report.Articles)
        {
            WriteArticle(terminal, output, article);
        }

        output.Write($"</main>\n<footer><p>{Text(terminal.Text("Drift_Direction"))}</p></footer>\n</body>\n</html>\n");
    }

    private static string Lead(ITerminal terminal, DriftReport report)
    {
        var locales = string.Join(", ", report.Articles.Select(a => a.Locale.Value).Distinct(StringComparer.Ordinal));
        var drifted = report.Articles.Count(a => a.State != DriftState.Current);
        return terminal.Text("Drift_Lead", locales.Length == 0 ? "–" : locales, report.SourceLocale.Value, report.Articles.Length, drifted);
    }

    /// <summary>A box to tick for each state, with its number; what is current is hidden at first.</summary>
    private static void WriteFilter(ITerminal terminal, TextWriter output, DriftReport report)
    {
        var counts = report.Articles.SelectMany(a => a.Items).CountBy(i => i.State).ToDictionary();
        output.Write($"<fieldset class=\"filter\">\n<legend>{Text(terminal.Text("Drift_Show"))}</legend>\n");
        foreach (var state in Enum.GetValues<DriftState>().Reverse())
        {
            var name = DriftJson.Name(state);
            var isChecked = state == DriftState.Current ? "" : " checked";
            output.Write(
                $"<label><input type=\"checkbox\" id=\"show-{name}\"{isChecked} autocomplete=\"off\"> <span class=\"state {name}\">{Text(DriftWords.Of(terminal, state))}</span> <b>{counts.GetValueOrDefault(state).ToString("N0", terminal.Culture)}</b></label>\n");
        }

        output.Write("</fieldset>\n");
    }

    private static void WriteArticle(ITerminal terminal, TextWriter output, ArticleDrift article)
    {
        var state = DriftJson.Name(article.State);
        output.Write($"""
            <article class="is-{state}">
            <div class="head">
            <h2><span lang="{Text(article.Path is null ? "" : article.Locale.Value)}">{Text(article.Title)}</span> · {Text(article.Locale.Value)} · <span class="state {state}">{Text(DriftWords.Of(terminal, article.State))}</span></h2>
            <p class="paths"><code>{Text(article.Path ?? "–")}</code> ← <code>{Text(article.OriginalPath ?? "–")}</code></p>

            """);
        if (article.Revision.Reason is { } reason)
        {
            output.Write($"<p class=\"note stale\">{Text(DriftWords.Of(terminal, "", reason))}</p>\n");
        }

        output.Write("</div>\n");
        WriteTable(terminal, output, article);
        output.Write("</article>\n");
    }

    private static void WriteTable(ITerminal terminal, TextWriter output, ArticleDrift article)
    {
        var lines = DriftLine.Of(terminal, article, all: true).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var headers = ((string[])["Drift_Item", "Drift_State", "Drift_Field", "Drift_Why", "Drift_Here", "Drift_Original"]).Select(h => terminal.Text(h)).ToList();
        output.Write($"<div class=\"scroll\"><table role=\"table\">\n<caption>{Text(article.Title)} ({Text(article.Locale.Value)})</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
        output.Write(string.Concat(headers.Select(h => $"<th scope=\"col\" role=\"columnheader\">{Text(h)}</th>")));
        output.Write("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var line in lines)
        {
            var state = DriftJson.Name(line.State);
            var language = line.Item.Here is null ? "" : $" lang=\"{Text(article.Locale.Value)}\"";
            output.Write(
                $"<tr role=\"row\" class=\"is-{state}\"><th scope=\"row\" role=\"rowheader\"><span{language}>{Text(line.Item.Title.ReplaceLineEndings(" "))}</span><code class=\"id\">{Text(line.Item.Id)}</code></th>"
                + $"<td role=\"cell\"><span class=\"state {state}\">{Text(DriftWords.Of(terminal, line.State))}</span></td><td role=\"cell\" class=\"field\">{Code(line.Field)}</td><td role=\"cell\" class=\"why\">{Text(line.Words)}</td>"
                + Place(headers[4], line.Here) + Place(headers[5], line.Original) + "</tr>\n");
        }

        output.Write("</tbody>\n</table></div>\n");
    }

    private static string Code(string? field) => field is null ? "" : $"<code>{Text(field)}</code>";

    private static string Place(string label, Location? place) => $"<td role=\"cell\" class=\"number\" data-label=\"{Text(label)}\">{DriftWords.Line(place)}</td>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var reader = new StreamReader(typeof(DriftPage).Assembly.GetManifestResourceStream(StyleResource)!);
        return reader.ReadToEnd();
    }
}
