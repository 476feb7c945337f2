using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Entries;

namespace KbApi.Server.Procedures;

/// <summary>Procedures, ladders and checklists as texts to read.</summary>
internal static class ProcedureProse
{
    public static ProseDocument Write(ProcedureResponse procedure) => Begin(procedure, procedure.Title)
        .Section("Warnings", s => s.Paragraphs(procedure.Warnings))
        .Paragraph(procedure.Introduction)
        .Steps(procedure.Steps.Select(s => s.Text))
        .Source(procedure.Source);

    public static ProseDocument Write(LadderResponse ladder)
    {
        var text = Begin(ladder, ladder.Title).Paragraph(ladder.Introduction).Steps(ladder.Rungs.Select(r => r.Title));
        foreach (var procedure in ladder.Procedures ?? [])
        {
            text.Append(Write(procedure));
        }

        return text.Source(ladder.Source);
    }

    public static ProseDocument Write(ChecklistResponse checklist) => Begin(checklist, checklist.Title)
        .Paragraph(checklist.Introduction)
        .Bullets(checklist.Items.Select(i => string.Join('\n', new[] { Ask(i) }.Concat(i.Details))))
        .Source(checklist.Source);

    private static string Ask(IntakeFieldResponse item) =>
        item.Question.StartsWith(item.Name, StringComparison.Ordinal) ? item.Question : $"{item.Name}: {item.Question}";

    private static ProseDocument Begin(KnowledgeResponse item, string title)
    {
        var text = new ProseDocument(item.Locale).Title(title);
        return item.IsFallback ? text.Note("Fallback", item.Locale) : text;
    }
}
