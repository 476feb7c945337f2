using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Packs;

/// <summary>Articles in records. The text stands elsewhere; the record says where.</summary>
internal static class ArticleRecord
{
    /// <param name="to">Where to write.</param>
    /// <param name="article">The article.</param>
    /// <param name="offset">Where its text begins in the section of texts, in bytes.</param>
    /// <param name="length">How many bytes it has there.</param>
    public static void Write(RecordWriter to, Article article, long offset, int length)
    {
        to.Text(article.Id);
        to.Text(article.Locale.Value);
        to.Text(article.Text.Path);
        to.Text(article.Text.ContentHash);
        to.Number(article.Text.Length);
        to.Number(offset);
        to.Number(length);
        ItemRecord.Write(to, article.Title);
        to.Text(article.Description);
        to.Text(article.Product);
        to.Text(article.Revision.Date);
        to.Text(article.Revision.SourceRevision);
        to.Text(article.Revision.Translation);
        to.Text(article.Revision.ContentHash);
        to.List([.. article.FrontMatter.Fields], field =>
        {
            to.Text(field.Key);
            to.Text(field.Value);
        });
        to.Span(article.FrontMatter.Span);
        to.Text(article.FrontMatter.Error);
        to.List(article.Sections, section =>
        {
            ItemRecord.Write(to, section.Title);
            to.Number(section.Level);
            to.Text(section.Anchor);
            to.Flag(section.HasExplicitAnchor);
            to.Span(section.Span);
        });
        to.List(article.Entries, entry => EntryRecord.Write(to, entry));
        to.List(article.Procedures, procedure => ItemRecord.Write(to, procedure));
        to.List(article.Ladders, ladder => ItemRecord.Write(to, ladder));
        to.List(article.Checklists, checklist => ItemRecord.Write(to, checklist));
        OperationRecord.Write(to, article.Operations);
        to.List(article.Tables, table => Write(to, table));
        to.List(article.Diagnostics, diagnostic => DiagnosticRecord.Write(to, diagnostic));
    }

    /// <param name="from">The record.</param>
    /// <param name="texts">Makes the article's text of its path, hash, length, and place.</param>
    public static Article Read(ref RecordReader from, Func<TextPlace, SourceText> texts)
    {
        var id = from.Text();
        var locale = LocaleTag.TryParse(from.Text(), out var tag) ? tag : throw RecordReader.Damaged();
        var place = new TextPlace(from.Text(), from.Text(), from.Int32(), from.Number(), from.Int32());
        from.TextLength = place.Length;
        return new Article
        {
            Id = id,
            Locale = locale,
            Text = texts(place),
            Title = ItemRecord.ReadProse(ref from),
            Description = from.OptionalText(),
            Product = from.OptionalText(),
            Revision = new Revision(from.OptionalText(), from.OptionalText(), from.OptionalText(), from.Text()),
            FrontMatter = FrontMatter.Of(from.List(static (ref reader) => KeyValuePair.Create(reader.Text(), reader.Text())), from.Span(), from.OptionalText()),
            Sections = from.List(static (ref reader) => new Section(ItemRecord.ReadProse(ref reader), reader.Below(7), reader.Text(), reader.Flag(), reader.Span())),
            Entries = from.List((ref reader) => EntryRecord.Read(ref reader, locale)),
            Procedures = from.List((ref reader) => ItemRecord.ReadProcedure(ref reader, locale)),
            Ladders = from.List((ref reader) => ItemRecord.ReadLadder(ref reader, locale)),
            Checklists = from.List((ref reader) => ItemRecord.ReadChecklist(ref reader, locale)),
            Operations = OperationRecord.Read(ref from, locale),
            Tables = from.List(ReadTable),
            Diagnostics = from.List(DiagnosticRecord.Read),
        };
    }

    private static void Write(RecordWriter to, TableRoles table)
    {
        to.Text(table.Section);
        to.Number(table.Columns);
        to.List(table.Roles, role => to.Number((int)role));
        to.Flag(table.HasEventColumn);
        to.Flag(table.IsHeaderKnown);
    }

    private static TableRoles ReadTable(ref RecordReader from) =>
        new(from.OptionalText(), from.Int32(), from.List(static (ref reader) => reader.Enum<ColumnRole>()), from.Flag(), from.Flag());

    /// <summary>Where an article's text stands.</summary>
    /// <param name="Path">The path of the file that it was.</param>
    /// <param name="ContentHash">The hash of that file.</param>
    /// <param name="Length">UTF-16 code units.</param>
    /// <param name="Offset">Where it begins in the section of texts, in bytes.</param>
    /// <param name="Bytes">How many bytes it has there.</param>
    internal readonly record struct TextPlace(string Path, string ContentHash, int Length, long Offset, int Bytes);
}
