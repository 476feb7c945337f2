using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Content.Tests.Editing;

[Properties(Arbitrary = [typeof(Documents)])]
public class EditPropertyTests
{
    /// <summary>Keeps the lexicons, which take longer to read than any document here.</summary>
    private static readonly KnowledgeBaseLoader Loader = new();

    [SeededProperty(MaxTest = 500)]
    public void A_field_that_is_changed_and_read_again_is_exactly_that_edit(TableDocument document)
    {
        var row = document.Pick([.. Enumerable.Range(0, document.Rows.Length)]);
        var column = document.Pick("Symptom", "Cause", "Resolution");
        var (markdown, plain) = document.NewValue(column);
        var file = ContentFile.InMemory("a.md", document.Bytes);
        var entry = Loader.Load([file]).Articles.Items[0].Variants[0].Entries[row];

        Assert.True(FieldName.TryParse(column, out var field));
        var result = new EntryEditor([file], Loader).Edit(new EntryEdit(entry.Id, LocaleTag.Parse("en-US"), field, markdown));

        Assert.True(result.Refusal is null, result.Refusal?.ToString());
        AssertOnlyCellChanged(document, result.File!, row, document.Columns.IndexOf(column));
        AssertRead(document, Loader.Load([result.File!.ToContentFile()]).Articles.Items[0].Variants[0], (row, column, plain));
    }

    /// <summary>All bytes before and behind the cell, blanks beside it in an empty one aside, are those of the file.</summary>
    private static void AssertOnlyCellChanged(TableDocument document, EditedFile file, int row, int column)
    {
        var (cell, start) = document.Rows[row][column];
        var end = start + cell.Raw.Length;
        if (cell.Raw.Length == 0)
        {
            start = document.Text.LastIndexOf('|', start - 1) + 1;
            end = document.Text.IndexOf('|', end);
        }

        var after = file.After.Span[document.Encoding.GetPreamble().Length..];
        Assert.True(file.After.Span.StartsWith(document.Encoding.GetPreamble()));
        Assert.True(after.StartsWith(document.Encoding.GetBytes(document.Text[..start])));
        Assert.True(after.EndsWith(document.Encoding.GetBytes(document.Text[end..])));
    }

    private static void AssertRead(TableDocument document, Article article, (int Row, string Column, string Plain) edit)
    {
        Assert.Equal(document.Rows.Length, article.Entries.Length);
        for (var row = 0; row < document.Rows.Length; row++)
        {
            var entry = article.Entries[row];
            Assert.Contains(Expected("Code"), entry.Codes.Select(c => c.Code.Value));
            Assert.Equal(Expected("Symptom"), string.Join("\n\n", entry.Symptoms));
            Assert.Equal(Expected("Cause"), string.Join("\n\n", entry.Causes));
            Assert.Equal(Expected("Resolution"), entry.Resolution?.Text);

            string Expected(string column) =>
                row == edit.Row && column == edit.Column ? edit.Plain : document.Rows[row][document.Columns.IndexOf(column)].Cell.Plain;
        }
    }

    public static class Documents
    {
        public static Arbitrary<TableDocument> OfTables() => Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => new TableDocument(seed)));
    }
}
