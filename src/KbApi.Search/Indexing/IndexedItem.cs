using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Search.Indexing;

/// <summary>A text of something that can be found.</summary>
/// <param name="Text">The text.</param>
/// <param name="Weight">How much a word in it counts.</param>
/// <param name="IsName">Whether it names the thing.</param>
internal readonly record struct IndexedText(string Text, int Weight, bool IsName);

/// <summary>Something that can be found, in one locale.</summary>
/// <param name="Id">The id of the entry or article; of a section the article's and the anchor.</param>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Entry">The entry, or null for an article or section without.</param>
/// <param name="Section">The section, where that is what is found, or null.</param>
/// <param name="Texts">What it is found by.</param>
internal sealed record IndexedItem(string Id, Article Article, Entry? Entry, Section? Section, ImmutableArray<IndexedText> Texts)
{
    /// <summary>Stands between an article's id and a section's anchor.</summary>
    public const char SectionMark = '#';

    private const int MaxBodyLength = 60_000;

    public LocaleTag Locale => Article.Locale;

    /// <summary>All that can be found in an article: its entries, the sections that have none, the article where it has none.</summary>
    public static IEnumerable<IndexedItem> AllOf(Article article)
    {
        var sections = article.Sections.GroupBy(s => s.Anchor, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var entries = article.Entries.Select(entry => new IndexedItem(entry.Id, article, entry, Section: null, Told(TextsOf(article, entry, sections))));
        var uncovered = UncoveredSections.Of(article)
            .Select(u => new IndexedItem(article.Id + SectionMark + u.Section.Anchor, article, Entry: null, u.Section, Told(TextsOf(article, u.Section, u.Body))));
        return article.Entries.IsEmpty
            ? uncovered.Prepend(new IndexedItem(article.Id, article, Entry: null, Section: null, Told(TextsOf(article))))
            : entries.Concat(uncovered);
    }

    /// <summary>Changes when anything does that the article is found by.</summary>
    public static string HashOf(Article article)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in AllOf(article))
        {
            Append(hash, item.Id);
            foreach (var code in item.Entry?.Codes ?? [])
            {
                Append(hash, code.Code + (code.Role == CodeRole.Identifying ? "=" : "~"));
            }

            foreach (var text in item.Texts)
            {
                Append(hash, text.Text);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }

    private static IEnumerable<IndexedText> TextsOf(Article article, Entry entry, Dictionary<string, Section> sections)
    {
        yield return new IndexedText(entry.Title.Text, 5, IsName: true);
        foreach (var code in entry.Codes)
        {
            yield return new IndexedText(code.Code.Value, code.Role == CodeRole.Identifying ? 4 : 2, IsName: code.Role == CodeRole.Identifying);
        }

        foreach (var message in entry.Messages.Where(m => m.Text != entry.Title.Text))
        {
            yield return new IndexedText(message.Text, 3, IsName: true);
        }

        foreach (var symptom in entry.Symptoms.Where(s => s.Text != entry.Title.Text))
        {
            yield return new IndexedText(symptom.Text, 3, IsName: false);
        }

        foreach (var cause in entry.Causes)
        {
            yield return new IndexedText(cause.Text, 2, IsName: false);
        }

        foreach (var text in entry.Descriptions.Concat(entry.TechnicalDetails).Concat(entry.Resolution?.Paragraphs ?? []))
        {
            yield return new IndexedText(text.Text, 1, IsName: false);
        }

        if (entry.Shape != EntryShape.Row)
        {
            // What stands below a heading helps to find it, also where it is neither cause nor remedy.
            yield return new IndexedText(article.Text.Content.Substring(entry.Span.Start, Math.Min(entry.Span.Length, MaxBodyLength)), 1, IsName: false);
        }

        yield return new IndexedText(entry.Source ?? "", 1, IsName: false);
        yield return new IndexedText(article.Title.Text, 1, IsName: false);
        if (entry.Section is { } anchor && sections.TryGetValue(anchor, out var section) && section.Level > 1)
        {
            yield return new IndexedText(section.Title.Text, 1, IsName: false);
        }
    }

    private static ImmutableArray<IndexedText> Told(IEnumerable<IndexedText> texts) => [.. texts.Where(t => !string.IsNullOrWhiteSpace(t.Text))];

    private static IEnumerable<IndexedText> TextsOf(Article article, Section section, TextSpan body) =>
    [
        new IndexedText(section.Title.Text, 5, IsName: true),
        new IndexedText(article.Text[body], 1, IsName: false),
        new IndexedText(article.Title.Text, 1, IsName: false),
    ];

    private static IEnumerable<IndexedText> TextsOf(Article article)
    {
        yield return new IndexedText(article.Title.Text, 5, IsName: true);
        yield return new IndexedText(article.Description ?? "", 2, IsName: false);
        foreach (var section in article.Sections.Where(s => s.Level > 1))
        {
            yield return new IndexedText(section.Title.Text, 2, IsName: false);
        }

        var start = article.FrontMatter.Span.End;
        yield return new IndexedText(article.Text.Content[start..Math.Min(article.Text.Length, start + MaxBodyLength)], 1, IsName: false);
    }
}
