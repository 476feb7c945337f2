using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading;

/// <summary>Reads sections that describe one problem each: a heading that names a code, or one with labelled causes and resolutions below it.</summary>
internal sealed class HeadingEntryReader(DocumentContext context)
{
    private readonly LabelledContent _content = new(context);

    public EntryDraft? Read(OutlineSection section)
    {
        if (section.Heading is null || _content.LabelOf(section.Title.Text) is not null)
        {
            return null;
        }

        var parts = _content.Read(section);
        var namesCode = context.Codes.Scan(section.Title.Text, CodeContext.Name).Any(m => m.Start == 0);
        if (!IsProblem(parts) && !(namesCode && parts.Count > 0))
        {
            return null;
        }

        return new EntryDraft
        {
            Shape = section.Level == 1 ? EntryShape.Document : EntryShape.Heading,
            Span = TextSpan.FromBounds(section.Heading.Span.Start, section.End),
            Section = section,
            Title = section.Title,
            Parts = parts,
            Source = LogSource.Find(section, context.Lexicon),
        };
    }

    private static bool IsProblem(List<DraftPart> parts) =>
        parts.Any(p => p.Role == ColumnRole.Resolution) && parts.Any(p => p.Role is ColumnRole.Symptom or ColumnRole.Cause);
}
