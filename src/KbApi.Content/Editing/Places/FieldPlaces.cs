using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.Places;

/// <summary>Finds the places of an entry's fields.</summary>
internal static class FieldPlaces
{
    /// <summary>
    /// The places where a field stands, in order. Texts of a field that follow each other are one place: all of a cell where it says nothing
    /// else, and the sentences of the field where it does. Where the field has no text, its empty cell.
    /// </summary>
    public static ImmutableArray<TextSpan> Find(Entry entry, EntryField field, SourceText text) => field switch
    {
        EntryField.Title => TitleOf(entry),
        EntryField.Symptom when entry.Symptoms.IsEmpty => TitleOf(entry),
        EntryField.Code => CodesOf(entry, text),
        EntryField.Message => MessagesOf(entry),
        _ => TextsOf(entry, field, text),
    };

    /// <summary>The texts that tell what an entry means, by field, in the order of the document.</summary>
    public static IEnumerable<(EntryField Field, Prose Prose)> Texts(Entry entry) =>
        Of(EntryField.Symptom, entry.Symptoms)
            .Concat(Of(EntryField.Description, entry.Descriptions))
            .Concat(Of(EntryField.Technical, entry.TechnicalDetails))
            .Concat(Of(EntryField.Cause, entry.Causes))
            .Concat(Of(EntryField.Resolution, entry.Resolution?.Paragraphs ?? []))
            .OrderBy(t => t.Prose.Span);

    private static IEnumerable<(EntryField Field, Prose Prose)> Of(EntryField field, ImmutableArray<Prose> texts) => texts.Select(t => (field, t));

    private static ImmutableArray<TextSpan> TitleOf(Entry entry)
    {
        var title = entry.Parts.FirstOrDefault(p => p.IsTitle);
        if (title.Span.Length > 0)
        {
            return [title.Span];
        }

        var cell = entry.Parts.FirstOrDefault(p => p.Span.Contains(entry.Title.Span));
        return cell.Span.Length > 0 ? [cell.Span] : [];
    }

    private static ImmutableArray<TextSpan> CodesOf(Entry entry, SourceText text)
    {
        ImmutableArray<TextSpan> cells = [.. entry.Parts.Where(p => p.Role == ColumnRole.Code && !p.IsTitle).Select(p => p.Span)];
        return cells.IsEmpty
            ? [.. entry.Codes.Where(c => c.Role == CodeRole.Identifying && c.Span.Length > 0 && c.Span.End <= text.Length).Select(c => c.Span).Distinct().Order()]
            : cells;
    }

    private static ImmutableArray<TextSpan> MessagesOf(Entry entry)
    {
        ImmutableArray<TextSpan> texts = [.. entry.Messages.Where(m => m.Span.Length > 0).Select(m => m.Span).Distinct().Order()];
        return texts.IsEmpty ? [.. entry.Parts.Where(p => p.Role == ColumnRole.Message).Select(p => p.Span)] : texts;
    }

    private static ImmutableArray<TextSpan> TextsOf(Entry entry, EntryField field, SourceText text)
    {
        var places = ImmutableArray.CreateBuilder<TextSpan>();
        var texts = Texts(entry).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Field == field)
            {
                var first = i;
                while (i + 1 < texts.Count && texts[i + 1].Field == field && AreTogether(entry, texts[i].Prose, texts[i + 1].Prose, text))
                {
                    i++;
                }

                places.Add(WholeParts(entry, texts, first, i));
            }
        }

        return places.Count > 0 ? places.ToImmutable() : [.. entry.Parts.Where(p => FieldOf(p.Role) == field && !p.IsTitle).Select(p => p.Span)];
    }

    public static EntryField? FieldOf(ColumnRole role) => role switch
    {
        ColumnRole.Symptom => EntryField.Symptom,
        ColumnRole.Description => EntryField.Description,
        ColumnRole.Technical => EntryField.Technical,
        ColumnRole.Cause => EntryField.Cause,
        ColumnRole.Resolution => EntryField.Resolution,
        ColumnRole.Message => EntryField.Message,
        ColumnRole.Code => EntryField.Code,
        _ => null,
    };

    /// <summary>Whether two texts stand in one part, or in parts with nothing but blanks between them.</summary>
    private static bool AreTogether(Entry entry, Prose first, Prose second, SourceText text)
    {
        var (a, b) = (PartOf(entry, first.Span), PartOf(entry, second.Span));
        return a == b || (b.Start >= a.End && text.Content.AsSpan(a.End, b.Start - a.End).IsWhiteSpace());
    }

    /// <summary>The span of texts that follow each other: their parts where these hold nothing else, and else their own.</summary>
    private static TextSpan WholeParts(Entry entry, List<(EntryField Field, Prose Prose)> texts, int first, int last)
    {
        var start = texts[first].Prose.Span.Start;
        var part = PartOf(entry, texts[first].Prose.Span);
        if (first == 0 || !part.Contains(texts[first - 1].Prose.Span))
        {
            start = part.Start;
        }

        var end = Math.Max(texts[last].Prose.Span.End, start);
        part = PartOf(entry, texts[last].Prose.Span);
        if (last == texts.Count - 1 || !part.Contains(texts[last + 1].Prose.Span))
        {
            end = Math.Max(end, part.End);
        }

        return TextSpan.FromBounds(start, end);
    }

    private static TextSpan PartOf(Entry entry, TextSpan span)
    {
        var part = entry.Parts.FirstOrDefault(p => p.Span.Contains(span)).Span;
        return part.Length > 0 ? part : span;
    }
}
