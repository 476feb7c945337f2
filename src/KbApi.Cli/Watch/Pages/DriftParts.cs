using KbApi.Cli.Drift;
using KbApi.Cli.Watch.Content;
using KbApi.Rules.Drift;
using KbApi.Server.Site.Rendering;

namespace KbApi.Cli.Watch.Pages;

/// <summary>Parts of pages that show how translations stand to their originals.</summary>
internal static class DriftParts
{
    /// <summary>The state of a translation, as a mark with its word.</summary>
    public static Html State(DriftState state, WatchWords words) =>
        Html.Of($"""<span class="severity {ClassOf(state)}">{DriftWords.Of(words.Culture, state)}</span>""");

    /// <summary>What is not current in a translation, line by line.</summary>
    public static Html List(ArticleDrift drift, WatchedArticle article, WatchWords words, PreviewRequest request)
    {
        var lines = drift.Path is null ? [] : DriftLine.Of(words.Culture, drift, all: false).ToList();
        var hasDocument = article.Documents.Any(d => d.Locale == drift.Locale);
        return Html.Of($"""
            <li>
            <p class="state">{Html.When(hasDocument, () => Html.Of($"""<a href="{PreviewRequest.ToArticle(article.Id, drift.Locale)}">{drift.Locale.Value}</a>"""))}{Html.When(!hasDocument, () => Html.Of($"{drift.Locale.Value}"))} {State(drift.State, words)}</p>
            {Html.When(drift.Revision.Reason is not null, () => Html.Of($"<p>{DriftWords.Of(words.Culture, "", drift.Revision.Reason!)}</p>"))}
            {Html.When(lines.Count > 0, () => Html.Of($"<ul>{Html.Each(lines, l => Line(l, words))}</ul>"))}
            </li>
            """);
    }

    /// <summary>Drift where it stands in the document.</summary>
    public static Html Note(DriftLine line, WatchWords words) => Html.Of($"""
        <div class="finding-note drift {ClassOf(line.State)}" role="note" lang="{words.Language}" dir="ltr">
        <p>{State(line.State, words)} {Html.When(line.Field is not null, () => Html.Of($"<code>{line.Field}</code>"))} {line.Words} <span class="quiet nowrap">{Original(line, words)}</span></p>
        </div>
        """);

    private static Html Line(DriftLine line, WatchWords words) => Html.Of($"""
        <li>{State(line.State, words)} <code>{line.Item.Id}</code> {Html.When(line.Field is not null, () => Html.Of($"<span>{line.Field}</span>"))} {line.Words} <span class="quiet nowrap">{Original(line, words)}</span></li>
        """);

    private static string Original(DriftLine line, WatchWords words) => line.Original is { } place ? words.With("OriginalLine", place.Start.Line + 1) : "";

    private static string ClassOf(DriftState state) => state switch
    {
        DriftState.Current => "clean",
        DriftState.Missing => "error",
        DriftState.Stale => "warning",
        _ => "info",
    };
}
