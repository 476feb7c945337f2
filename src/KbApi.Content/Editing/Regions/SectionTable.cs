using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Editing.Cells;
using KbApi.Content.Editing.Locales;
using KbApi.Content.Editing.Places;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;

namespace KbApi.Content.Editing.Regions;

/// <summary>Writes the entries of a section as a table: that of the section itself, or one of chosen fields.</summary>
internal sealed class SectionTable
{
    private static readonly ImmutableArray<EntryField> DefaultColumns = [EntryField.Code, EntryField.Title, EntryField.Cause, EntryField.Resolution];

    private readonly DocumentParser _parser = new();

    public string Write(Article article, string anchor, ImmutableArray<EntryField> columns, string newLine)
    {
        var text = new LocaleText(article, _parser);
        var section = article.Sections.First(s => string.Equals(s.Anchor, anchor, StringComparison.OrdinalIgnoreCase));
        var entries = article.Entries.Where(e => section.Span.Contains(e.Span)).ToList();
        var own = columns.IsEmpty && entries is [var first, ..] ? text.TableAt(first.Span) : null;
        var rows = own is not null && entries.TrueForAll(e => text.TableAt(e.Span) == own)
            ? CopyOf(own, text, entries)
            : RowsOf(entries, columns.IsEmpty ? [.. DefaultColumns.Where(c => entries.Exists(e => TextOf(e, c).Length > 0))] : columns, text);
        var table = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            table.Append("| ").AppendJoin(" | ", rows[i]).Append(" |").Append(newLine);
            if (i == 0)
            {
                table.Append('|').Insert(table.Length, " --- |", rows[0].Count).Append(newLine);
            }
        }

        return table.ToString();
    }

    /// <summary>The rows of the section's own table as they are written, without the anchors, which are the section's.</summary>
    private static List<List<string>> CopyOf(Table table, LocaleText text, List<Entry> entries)
    {
        List<List<string>> rows = [[.. ((TableRow)table[0]).Select(c => text.Text[InlineTextReader.SpanOf(c)])]];
        foreach (var row in table.Skip(1).OfType<TableRow>())
        {
            var span = InlineTextReader.SpanOf(row);
            if (entries.Find(e => span.Contains(e.Span.Start)) is { } entry)
            {
                rows.Add([.. row.Select(InlineTextReader.SpanOf).Select(c => text.Text[WithoutAnchor(c, entry)])]);
            }
        }

        return rows;
    }

    private static TextSpan WithoutAnchor(TextSpan cell, Entry entry) => entry.Parts.FirstOrDefault(p => p.Span.Length > 0 && cell.Contains(p.Span)) is { Span.Length: > 0 } part ? part.Span : cell;

    private static List<List<string>> RowsOf(List<Entry> entries, ImmutableArray<EntryField> columns, LocaleText text)
    {
        List<List<string>> rows = [[.. columns.Select(c => HeaderOf(c, text))]];
        rows.AddRange(entries.Select(e => columns.Select(c => CellWriter.Write(PlainMarkdown.Escape(TextOf(e, c)), LineBreakTag.Default)).ToList()));
        return rows;
    }

    /// <summary>What the article's own tables call a column, or the name of the field.</summary>
    private static string HeaderOf(EntryField field, LocaleText text)
    {
        foreach (var entry in text.Article.Entries.Where(e => e.Shape == EntryShape.Row))
        {
            var part = entry.Parts.FirstOrDefault(p => FieldPlaces.FieldOf(p.Role) == (field == EntryField.Title ? EntryField.Symptom : field));
            if (part.Span.Length > 0 && text.TableAt(part.Span) is [TableRow header, ..] table
                && table.OfType<TableRow>().FirstOrDefault(r => InlineTextReader.SpanOf(r).Contains(part.Span)) is { } row
                && row.ToList().FindIndex(c => InlineTextReader.SpanOf(c).Contains(part.Span)) is >= 0 and var column && column < header.Count)
            {
                return text.Text[InlineTextReader.SpanOf(header[column])];
            }
        }

        return field.ToString();
    }

    private static string TextOf(Entry entry, EntryField field) => field switch
    {
        EntryField.Title => entry.Title.Text,
        EntryField.Code => string.Join(", ", entry.Codes.Where(c => c.Role == CodeRole.Identifying).Select(c => c.Code.Value)),
        EntryField.Message => string.Join("\n", entry.Messages.Select(m => m.Text)),
        EntryField.Symptom => Joined(entry.Symptoms),
        EntryField.Description => Joined(entry.Descriptions),
        EntryField.Technical => Joined(entry.TechnicalDetails),
        EntryField.Cause => Joined(entry.Causes),
        _ => entry.Resolution?.Text ?? "",
    };

    private static string Joined(ImmutableArray<Prose> texts) => string.Join("\n\n", texts.Select(t => t.Text));
}
