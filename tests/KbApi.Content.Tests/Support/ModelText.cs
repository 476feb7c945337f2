using System.Globalization;
using System.Text;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

/// <summary>Writes all that was understood of an article, one fact a line with its place, so that a change of meaning shows as a change of lines.</summary>
internal sealed class ModelText
{
    private readonly StringBuilder _lines = new();
    private readonly SourceText _text;

    private ModelText(SourceText text) => _text = text;

    public static string Write(Article article)
    {
        var writer = new ModelText(article.Text);
        writer.WriteArticle(article);
        return writer._lines.ToString();
    }

    private void WriteArticle(Article article)
    {
        Line(0, $"article {article.Id} {article.Locale} product={article.Product ?? "-"}");
        Text(1, "title", article.Title);
        Line(1, $"description: {article.Description ?? "-"}");
        Line(1, $"revision: date={article.Revision.Date ?? "-"} source={article.Revision.SourceRevision ?? "-"} translation={article.Revision.Translation ?? "-"}");
        Line(1, "front matter: " + string.Join(' ', article.FrontMatter.Keys.Order(StringComparer.Ordinal)));
        foreach (var section in article.Sections)
        {
            Line(1, $"section {new string('#', section.Level)} {section.Anchor}{(section.HasExplicitAnchor ? "" : " (derived)")} {Place(section.Span)}: {section.Title.Text}");
        }

        foreach (var entry in article.Entries)
        {
            WriteEntry(entry);
        }

        foreach (var procedure in article.Procedures)
        {
            Line(0, $"procedure {procedure.Id} {Lines(procedure)} steps={procedure.Steps.Length}");
            WriteHead(procedure.Title, procedure.Introduction);
            Texts(1, "warning", procedure.Warnings);
            Texts(1, "step", procedure.Steps.Select(s => s.Images.IsEmpty ? s.Text : s.Text with { Text = $"{s.Text.Text} images={string.Join(' ', s.Images)}" }));
        }

        foreach (var ladder in article.Ladders)
        {
            Line(0, $"ladder {ladder.Id} {Lines(ladder)}");
            WriteHead(ladder.Title, ladder.Introduction);
            Texts(1, "rung", ladder.Rungs.Select(r => r.Text with { Text = $"#{r.Anchor} procedure={r.Procedure ?? "-"} {r.Text.Text}" }));
        }

        foreach (var checklist in article.Checklists)
        {
            Line(0, $"checklist {checklist.Id} {Lines(checklist)} count={checklist.Count}");
            WriteHead(checklist.Title, checklist.Introduction);
            foreach (var field in checklist.Fields)
            {
                Text(1, $"field {field.Name}", field.Question);
                Texts(2, "detail", field.Details);
            }
        }

        WriteOperations(article.Operations);
        foreach (var diagnostic in article.Diagnostics)
        {
            Line(0, $"diagnostic {diagnostic.Id} {Place(diagnostic.Location.Span)} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        }
    }

    private void WriteEntry(Entry entry)
    {
        Line(0, $"entry {entry.Id} {Lines(entry)} {entry.Shape} {entry.Severity} {entry.Audience} handOff={entry.HandOff?.ToString() ?? "-"}"
            + $" source={entry.Source ?? "-"} section={entry.Section ?? "-"} anchor={entry.Anchor ?? "-"}");
        foreach (var code in entry.Codes)
        {
            Line(1, $"code {code.Code.Scheme} {code.Code} {code.Role} {Place(code.Span)}");
        }

        Text(1, "title", entry.Title);
        Texts(1, "symptom", entry.Symptoms);
        Texts(1, "message", entry.Messages.Select(m => new Prose(m.IsLiteral ? m.Text : m.Text + " (not literal)", m.Span)));
        Texts(1, "description", entry.Descriptions);
        Texts(1, "technical", entry.TechnicalDetails);
        Texts(1, "cause", entry.Causes);
        Texts(1, "resolution", entry.Resolution?.Paragraphs ?? []);
        Texts(2, "step", entry.Resolution?.Steps ?? []);
        if (entry.Resolution is { Procedures.IsEmpty: false } resolution)
        {
            Line(2, "procedures: " + string.Join(' ', resolution.Procedures));
        }

        Texts(1, "discriminator", entry.Discriminators.Select(d => d.Fact with { Text = $"{d.Fact.Text} not {string.Join(' ', d.Others)}" }));
        Texts(1, "constraint", entry.Constraints.Select(c => new Prose($"{ConstraintText.Of(c)} \"{c.Text}\"", c.Span)));
        Texts(1, "link", entry.Links.Select(l => new Prose($"{l.Target} \"{l.Text}\"", l.Span)));
    }

    private void WriteOperations(OperationModel operations)
    {
        foreach (var operation in operations.Operations)
        {
            Line(0, $"operation {operation.Id} {operation.Name} source={operation.Source ?? "-"} start={operation.Start} success={operation.Success ?? "-"} failure={operation.Failure ?? "-"}");
        }

        foreach (var state in operations.States)
        {
            Line(0, $"state {state.Id} {state.Name} source={state.Source ?? "-"} started={state.Started} stopped={state.Stopped}");
        }

        foreach (var heartbeat in operations.Heartbeats)
        {
            Line(0, $"heartbeat {heartbeat.Id} source={heartbeat.Source ?? "-"} every {ConstraintText.Of(heartbeat.Interval)}");
        }

        Line(0, "recurring: " + string.Join(' ', operations.Recurring));
    }

    private void WriteHead(Prose title, Prose? introduction)
    {
        Text(1, "title", title);
        Texts(1, "introduction", introduction is null ? [] : [introduction]);
    }

    private void Texts(int depth, string name, IEnumerable<Prose> proses)
    {
        foreach (var prose in proses)
        {
            Text(depth, name, prose);
        }
    }

    private void Text(int depth, string name, Prose prose) => Line(depth, $"{name} {Place(prose.Span)}: {prose.Text.Replace("\n", "\\n", StringComparison.Ordinal)}");

    private static string Lines(KnowledgeItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.StartLine}-{item.EndLine}");

    /// <summary>The span as <c>line:column-column</c>, or with both lines where it covers several.</summary>
    private string Place(TextSpan span)
    {
        var start = _text.GetLinePosition(span.Start);
        var end = _text.GetLinePosition(span.End);
        var endText = start.Line == end.Line ? $"{end.Character + 1}" : $"{end.Line + 1}:{end.Character + 1}";
        return string.Create(CultureInfo.InvariantCulture, $"{start.Line + 1}:{start.Character + 1}-{endText}");
    }

    private void Line(int depth, string text) => _lines.Append(' ', depth * 2).Append(text).Append('\n');
}
