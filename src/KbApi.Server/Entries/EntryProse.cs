using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Http;
using KbApi.Server.Procedures;

namespace KbApi.Server.Entries;

/// <summary>An entry as a text to read: first what it is and what to do, then why, then where it stands.</summary>
internal static class EntryProse
{
    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="request">How much is said.</param>
    /// <param name="isCited">Whether where it stands comes first, for readers who are to cite it even where the rest is cut.</param>
    public static ProseDocument Write(EntryResponse entry, AnswerScope request, bool isCited = false)
    {
        var text = new ProseDocument(entry.Locale).Title(entry.Title).Codes(CodesOf(entry));
        if (isCited)
        {
            text.Source(entry.Source);
        }

        if (entry.IsFallback)
        {
            text.Note("Fallback", entry.Locale);
        }

        if (entry.Staleness.State == StalenessState.Stale)
        {
            text.Note("Stale");
        }

        text.Section("Resolution", s => s.Paragraph(entry.Resolution?.Summary).Steps(entry.Resolution?.Steps ?? []));
        if (request.Detail == Detail.Brief)
        {
            return text;
        }

        text.Section("Meaning", s => s.Paragraphs(entry.Descriptions))
            .Section("Causes", s => s.Paragraphs(entry.Causes))
            .Section("Discriminators", s => s.Bullets(entry.Discriminators.Select(d => d.Fact)))
            .Section("Symptoms", s => s.Bullets(entry.Symptoms.Where(t => t != entry.Title)))
            .Section("Messages", s => s.Bullets(entry.Messages.Select(m => m.Text).Where(t => t != entry.Title)))
            .Section("TechnicalDetails", s => s.Paragraphs(entry.TechnicalDetails));
        foreach (var procedure in entry.Procedures ?? [])
        {
            text.Append(ProcedureProse.Write(procedure));
        }

        text.Section("Related", s => s.Bullets(entry.Related.Where(r => r.Title is not null).Select(r => $"{r.Title} ({r.Id})")))
            .Section("Links", s => s.Links(entry.Links.Select(l => (l.Text, l.Target))));
        return isCited ? text : text.Source(entry.Source);
    }

    /// <summary>Says where a text stands, so that it can be cited.</summary>
    public static ProseDocument Source(this ProseDocument text, SourceResponse source) => source.StartLine == source.EndLine
        ? text.Note("SourceLine", source.Path, source.StartLine)
        : text.Note("Source", source.Path, source.StartLine, source.EndLine);

    private static IEnumerable<string> CodesOf(EntryResponse entry) =>
        entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Source is null ? c.Value : $"{c.Value} ({c.Source})");
}
