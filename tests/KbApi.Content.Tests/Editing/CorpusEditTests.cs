using KbApi.Content.Editing;
using KbApi.Content.Editing.Locales;
using KbApi.Content.Editing.Places;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Xunit.Abstractions;

namespace KbApi.Content.Tests.Editing;

/// <summary>Edits of real documents: what is made changes one place and is read again as exactly that; the rest is refused.</summary>
public class CorpusEditTests(ITestOutputHelper output)
{
    private const int EveryNthFile = 12;

    [CorpusFact]
    public void Real_entries_are_edited_exactly_or_not_at_all()
    {
        var loader = new KnowledgeBaseLoader();
        var parser = new DocumentParser();
        var refused = new Dictionary<EditProblem, int>();
        var made = 0;
        foreach (var file in ContentDirectory.Find([Repository.Corpus]).Where((_, i) => i % EveryNthFile == 0))
        {
            ContentFile[] files = [file];
            foreach (var article in loader.Load(files).Articles.Items.SelectMany(a => a.Variants).Where(a => a.Entries.Length > 0))
            {
                var entry = article.Entries[article.Entries.Length / 2];
                foreach (var field in (EntryField[])[EntryField.Cause, EntryField.Resolution, EntryField.Description])
                {
                    if (FieldPlaces.Find(entry, field, article.Text) is [{ Length: > 0 } place] && new LocaleText(article, parser).MarkdownOf(place) is { } markdown)
                    {
                        var result = new EntryEditor(files, loader).Edit(new EntryEdit(entry.Id, entry.Locale, new FieldName(field), Longer(markdown)));
                        if (result.File is { } edited)
                        {
                            made++;
                            Verify(article, edited, entry, field, place.Start, loader);
                        }
                        else
                        {
                            refused[result.Refusal!.Problem] = refused.GetValueOrDefault(result.Refusal.Problem) + 1;
                        }
                    }
                }
            }
        }

        output.WriteLine($"{made} made; refused: {string.Join(", ", refused.OrderByDescending(r => r.Value))}");
        Assert.True(made > 300);
        Assert.True(made > 9 * refused.Values.Sum());
    }

    /// <summary>The text with a number more in its last line.</summary>
    private static string Longer(string markdown) => markdown.TrimEnd() + (markdown.TrimEnd().EndsWith("```", StringComparison.Ordinal) ? "\n\n4711" : " 4711");

    private static void Verify(Article article, EditedFile edited, Entry entry, EntryField field, int start, KnowledgeBaseLoader loader)
    {
        var change = Assert.Single(edited.Changes);
        Assert.Equal(start, change.Span.Start);
        var now = loader.Load([edited.ToContentFile()]).Articles.Items.SelectMany(a => a.Variants).Single();
        Assert.Equal(article.Entries.Select(e => e.Id), now.Entries.Select(e => e.Id));
        for (var i = 0; i < now.Entries.Length; i++)
        {
            var isEdited = article.Entries[i].Span == entry.Span;
            Assert.Equal(!isEdited, EntryText.Same(article.Entries[i], now.Entries[i]));
            if (isEdited)
            {
                var text = string.Concat(FieldPlaces.Texts(now.Entries[i]).Where(t => t.Field == field).Select(t => t.Prose.Text));
                Assert.Contains("4711", text, StringComparison.Ordinal);
            }
        }
    }
}
