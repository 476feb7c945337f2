using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Rows that are an index of the problems under the headings below: their names are links to them.</summary>
internal sealed class IndexRows(IEnumerable<EntryDraft> problems)
{
    private readonly HashSet<string> _anchors = problems.Where(p => p.Title is not null)
        .Select(p => p.Section.Anchor).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether what names the row's problem is a link to a section that is an entry itself.</summary>
    public bool Contains(EntryDraft row) => Targets(row).Any(_anchors.Contains);

    /// <summary>Whether what names the row's problem is a link into the same document.</summary>
    public static bool IsLinked(EntryDraft row) => Targets(row).Any();

    private static IEnumerable<string> Targets(EntryDraft row) => row.Parts
        .Where(p => p.Role is ColumnRole.Code or ColumnRole.Name or ColumnRole.Symptom or ColumnRole.Message)
        .SelectMany(p => p.Text.MarksOf(InlineMarkKind.Link))
        .Select(m => m.Target)
        .OfType<string>()
        .Where(target => target is ['#', _, ..])
        .Select(target => target[1..]);
}
