using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Reads sections that describe one problem each: a heading that names a code, or one with labelled causes and resolutions below it.</summary>
internal sealed class HeadingEntryReader(DocumentContext context)
{
    /// <summary>How many words may say what kind of error it is; a longer title is about more than the code.</summary>
    private const int MaxWordsBefore = 2;

    private readonly LabelledContent _content = new(context);

    public EntryDraft? Read(OutlineSection section)
    {
        if (section.Heading is null || _content.LabelOf(section.Title.Text) is not null)
        {
            return null;
        }

        var namesCode = NamesCode(section.Title.Text);
        if (!namesCode && !_content.HasLabels(section))
        {
            return null;
        }

        var parts = _content.Read(section);
        if (!IsProblem(parts) && !(namesCode && parts.Count > 0))
        {
            return null;
        }

        return new EntryDraft
        {
            Shape = section.Level == 1 ? EntryShape.Document : EntryShape.Heading,
            Span = context.SpanOf(section),
            Section = section,
            Title = section.Title,
            Parts = parts,
            Source = LogSource.Find(section, context.Lexicon),
        };
    }

    /// <summary>Whether a title opens with a code, or with words for one: <c>Event ID 31003</c>, <c>Compiler Error C2065</c>.</summary>
    private bool NamesCode(string title)
    {
        if (context.Codes.Scan(title, CodeContext.Name) is not [var first, ..])
        {
            return false;
        }

        var before = title.AsSpan(0, first.Start).TrimEnd(" :#([\"'\u201C");
        var word = Math.Max(context.Lexicon.Code.LongestEndingAt(before, before.Length), context.Lexicon.Event.LongestEndingAt(before, before.Length));
        return before.IsEmpty || (word > 0 && before[..^word].Count(' ') <= MaxWordsBefore);
    }

    private static bool IsProblem(List<DraftPart> parts) =>
        parts.Any(p => p.Role == ColumnRole.Resolution) && parts.Any(p => p.Role is ColumnRole.Symptom or ColumnRole.Cause);
}
