using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

/// <summary>
/// Finds what is wrong with the places that an article gives. Three texts do not lie in the thing that they belong to, and are
/// looked for in its section: a procedure's cautions, which stand before or behind its steps; the introduction of a section's
/// second list; and a discriminator that is the title of the section around a row.
/// </summary>
internal sealed class SpanChecker
{
    private readonly List<string> _problems = [];
    private readonly SourceText _text;

    private SpanChecker(SourceText text) => _text = text;

    public static IReadOnlyList<string> Check(Article article)
    {
        var checker = new SpanChecker(article.Text);
        checker.CheckArticle(article);
        return checker._problems;
    }

    private TextSpan All => new(0, _text.Length);

    private void CheckArticle(Article article)
    {
        In(All, article.FrontMatter.Span, "front matter");
        In(All, article.Title.Span, "title of the article");
        foreach (var section in article.Sections)
        {
            In(All, section.Span, "section " + section.Anchor);
            Prose(section.Span, section.Title, "title of section " + section.Anchor);
        }

        foreach (var diagnostic in article.Diagnostics)
        {
            In(All, diagnostic.Location.Span, diagnostic.Id);
        }

        Nested(article.Entries.Select(e => e.Span), "entries");
        Nested(article.Sections.Select(s => s.Span), "sections");
        foreach (var entry in article.Entries)
        {
            CheckEntry(entry, article);
        }

        foreach (var procedure in article.Procedures)
        {
            CheckProcedure(procedure, SectionOf(article, procedure.Section));
        }

        foreach (var ladder in article.Ladders)
        {
            CheckItem(ladder);
            Introduction(SectionOf(article, ladder.Section), ladder.Introduction, ladder.Id);
            Proses(ladder.Span, ladder.Rungs.Select(r => r.Text), ladder.Id, "rung");
        }

        foreach (var checklist in article.Checklists)
        {
            CheckChecklist(checklist, SectionOf(article, checklist.Section));
        }
    }

    private void CheckEntry(Entry entry, Article article)
    {
        CheckItem(entry);
        TextSpan[] parts = [entry.Span, .. entry.FurtherSpans];
        Array.ForEach([.. entry.FurtherSpans], span => In(All, span, entry.Id + " further span"));
        Prose(entry.Span, entry.Title, entry.Id + " title");
        Proses(parts, entry.Symptoms, entry.Id, "symptom");
        Proses(parts, entry.Descriptions, entry.Id, "description");
        Proses(parts, entry.TechnicalDetails, entry.Id, "technical detail");
        Proses(parts, entry.Causes, entry.Id, "cause");
        Proses(parts, entry.Messages.Select(m => new Prose(m.Text, m.Span)), entry.Id, "message");
        Proses(parts, entry.Constraints.Select(c => new Prose(c.Text, c.Span)), entry.Id, "constraint");
        Proses(parts, entry.Resolution?.Paragraphs ?? [], entry.Id, "resolution");
        foreach (var step in entry.Resolution?.Steps ?? [])
        {
            Prose(parts, step, entry.Id + " step");
            Report(entry.Resolution!.Paragraphs.Any(p => p.Span.Contains(step.Span)), $"{entry.Id} step {step.Span} is in no paragraph");
        }

        foreach (var code in entry.Codes)
        {
            In(parts, code.Span, $"{entry.Id} code {code.Code}");
            Report(SpanWords.IsSpellingOf(Slice(code.Span), code.Code.Value), $"{entry.Id} code {code.Code} stands as '{Slice(code.Span)}'");
        }

        foreach (var link in entry.Links)
        {
            In(parts, link.Span, $"{entry.Id} link {link.Target}");
        }

        foreach (var fact in entry.Discriminators.Select(d => d.Fact))
        {
            var section = SectionOf(article, entry.Section);
            Prose(fact.Span == article.Sections.FirstOrDefault(s => s.Anchor == entry.Section)?.Title.Span ? [section] : parts, fact, entry.Id + " discriminator");
        }
    }

    private void CheckProcedure(Procedure procedure, TextSpan section)
    {
        CheckItem(procedure);
        Introduction(section, procedure.Introduction, procedure.Id);
        Proses(section, procedure.Warnings, procedure.Id, "warning");
        Proses(procedure.Span, procedure.Steps.Select(s => s.Text), procedure.Id, "step");
    }

    private void CheckChecklist(Checklist checklist, TextSpan section)
    {
        CheckItem(checklist);
        Introduction(section, checklist.Introduction, checklist.Id);
        foreach (var field in checklist.Fields)
        {
            In(checklist.Span, field.Span, $"{checklist.Id} field {field.Name}");
            Prose(field.Span, field.Question, checklist.Id + " question");
            Proses(field.Span, field.Details, checklist.Id, "detail");
        }
    }

    private void CheckItem(KnowledgeItem item)
    {
        In(All, item.Span, item.Id);
        Report(item.StartLine == _text.GetLine(item.Span.Start) + 1, $"{item.Id} does not start on line {item.StartLine}");
        Report(item.EndLine == _text.GetLine(Math.Max(item.Span.Start, item.Span.End - 1)) + 1, $"{item.Id} does not end on line {item.EndLine}");
    }

    private void Introduction(TextSpan section, Prose? introduction, string id)
    {
        if (introduction is not null)
        {
            In(section, introduction.Span, id + " introduction");
            Report(SpanWords.AreInOrder(introduction.Text, Slice(introduction.Span)), $"{id} introduction is not what stands there");
        }
    }

    private void Proses(TextSpan parent, IEnumerable<Prose> proses, string id, string what) => Proses([parent], proses, id, what);

    private void Proses(TextSpan[] parents, IEnumerable<Prose> proses, string id, string what)
    {
        foreach (var prose in proses)
        {
            Prose(parents, prose, $"{id} {what}");
        }
    }

    private void Prose(TextSpan parent, Prose prose, string what) => Prose([parent], prose, what);

    private void Prose(TextSpan[] parents, Prose prose, string what)
    {
        In(parents, prose.Span, what);
        if (SpanWords.Difference(prose.Text, Slice(prose.Span)) is { } difference)
        {
            _problems.Add($"{what} at line {_text.GetLine(prose.Span.Start) + 1}: {difference}");
        }
    }

    private void In(TextSpan[] parents, TextSpan child, string what) => In(Array.Find(parents, p => p.Contains(child)) is { Length: > 0 } parent ? parent : parents[0], child, what);

    private void In(TextSpan parent, TextSpan child, string what) =>
        Report(child.Start >= 0 && child.Length >= 0 && parent.Contains(child), $"{what} {child} is not in {parent}");

    private void Nested(IEnumerable<TextSpan> spans, string what)
    {
        var open = new Stack<TextSpan>();
        foreach (var span in spans)
        {
            while (open.TryPeek(out var last) && last.End <= span.Start)
            {
                open.Pop();
            }

            Report(!open.TryPeek(out var around) || around.Contains(span), $"{what} {around} and {span} overlap");
            open.Push(span);
        }
    }

    private string Slice(TextSpan span) => span.Start >= 0 && span.End <= _text.Length ? _text[span] : "";

    private TextSpan SectionOf(Article article, string? anchor) => article.Sections.FirstOrDefault(s => s.Anchor == anchor)?.Span ?? All;

    private void Report(bool isRight, string problem)
    {
        if (!isRight)
        {
            _problems.Add(problem);
        }
    }
}
