using KbApi.Content.Model;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Parts;

/// <summary>Parts of pages that show what to do.</summary>
internal static class HelpParts
{
    /// <summary>Numbered steps that can be unfolded, and copied as a text.</summary>
    public static Html Procedure(Procedure procedure, SiteRequest request, bool isOpen = false) => Html.Of($"""
        <details class="procedure" id="{AnchorOf(procedure.Id)}"{HtmlAttribute.When(isOpen, "open")}{EntryParts.Language(procedure.Locale, request)}{EntryParts.Direction(procedure.Locale)}>
        <summary><span>{procedure.Title.Text}</span> <span class="quiet"{HtmlAttribute.When(procedure.Locale.Language != request.Words.Language, "lang", request.Words.Language)}>{request.Words.Count("Steps", procedure.Steps.Length)}</span></summary>
        <div data-copyable>
        {Paragraphs(procedure.Introduction?.Text)}
        {Html.Each(procedure.Warnings, w => Html.Of($"""<p class="note">{Icons.Note}<span>{w.Text}</span></p>"""))}
        {Steps(procedure.Steps.Select(s => s.Text.Text))}
        </div>
        </details>
        """);

    /// <summary>Measures to try in order; each leads to its steps.</summary>
    public static Html Ladder(Ladder ladder, SiteRequest request, int? next = null) => Html.Of($"""
        <section class="ladder"{EntryParts.Language(ladder.Locale, request)}{EntryParts.Direction(ladder.Locale)}>
        <h2>{ladder.Title.Text}</h2>
        {Paragraphs(ladder.Introduction?.Text)}
        <ol class="rungs">{Html.Each(ladder.Rungs.Select((r, i) => (Rung: r, Number: i)), r => Html.Of($"""
            <li{HtmlAttribute.When(r.Number == next, "class", "next")}{HtmlAttribute.When(r.Number == next, "aria-current", "step")}>{Rung(r.Rung, ladder, request, r.Number == next)}</li>
            """))}</ol>
        </section>
        """);

    /// <summary>What a report has to contain.</summary>
    public static Html Checklist(Checklist checklist, SiteRequest request) => Html.Of($"""
        <details class="procedure"{EntryParts.Language(checklist.Locale, request)}{EntryParts.Direction(checklist.Locale)}>
        <summary><span>{checklist.Title.Text}</span></summary>
        <div data-copyable>
        {Paragraphs(checklist.Introduction?.Text)}
        <ul class="checklist">{Html.Each(checklist.Fields, f => Html.Of($"""<li><strong>{f.Name}</strong> {Html.When(f.Question.Text != f.Name, () => Html.Of($"<span>{f.Question.Text}</span>"))}{Html.When(!f.Details.IsEmpty, () => Html.Of($"<ul>{Html.Each(f.Details, d => Html.Of($"<li>{d.Text}</li>"))}</ul>"))}</li>"""))}</ul>
        </div>
        </details>
        """);

    /// <summary>Steps, one after the other.</summary>
    public static Html Steps(IEnumerable<string> steps) => Html.Of($"""<ol class="steps">{Html.Each(steps, s => Html.Of($"<li>{Lines(s)}</li>"))}</ol>""");

    /// <summary>A text of one or more paragraphs.</summary>
    public static Html Paragraphs(string? text) =>
        Html.Each((text ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), p => Html.Of($"<p>{Lines(p)}</p>"));

    private static Html Rung(LadderRung rung, Ladder ladder, SiteRequest request, bool isOpen) =>
        rung.Procedure is { } id && request.KnowledgeBase.Procedures.Find(id) is { } item && request.Locale.Choose(item) is { } procedure
            ? Procedure(procedure with { Title = rung.Text }, request, isOpen)
            : Html.Of($"""<a href="{ArticleParts.ToSection(ladder.ArticleId, rung.Anchor, request)}">{rung.Text.Text}</a>""");

    /// <summary>A text whose line breaks are meant.</summary>
    private static Html Lines(string text)
    {
        var lines = text.Split('\n');
        return lines.Length == 1 ? Html.Of($"{text}") : Html.Join(lines.Select((line, i) => i == 0 ? Html.Of($"{line}") : Html.Of($"<br>{line}")));
    }

    private static string AnchorOf(string id) => "p-" + id.Replace('/', '-');
}
