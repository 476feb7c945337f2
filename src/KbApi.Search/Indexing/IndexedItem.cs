using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Model;

namespace KbApi.Search.Indexing;

/// <summary>A text of something that can be found.</summary>
/// <param name="Text">The text.</param>
/// <param name="Weight">How much a word in it counts.</param>
/// <param name="IsName">Whether it names the thing.</param>
internal readonly record struct IndexedText(string Text, int Weight, bool IsName);

/// <summary>Something that can be found, in one locale.</summary>
/// <param name="Id">The id of the entry, or of the article where that has no entries.</param>
/// <param name="Article">The article that it stands in.</param>
/// <param name="Entry">The entry, or null for an article without.</param>
/// <param name="Texts">What it is found by.</param>
internal sealed record IndexedItem(string Id, Article Article, Entry? Entry, ImmutableArray<IndexedText> Texts)
{
    private const int MaxBodyLength = 60_000;

    public LocaleTag Locale => Article.Locale;

    /// <summary>All that can be found in an article.</summary>
    public static IEnumerable<IndexedItem> AllOf(Article article)
    {
        if (article.Entries.IsEmpty)
        {
            return [new IndexedItem(article.Id, article, Entry: null, [.. TextsOf(article).Where(t => !string.IsNullOrWhiteSpace(t.Text))])];
        }

        var sections = article.Sections.GroupBy(s => s.Anchor, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return article.Entries.Select(entry => new IndexedItem(entry.Id, article, entry, [.. TextsOf(article, entry, sections).Where(t => !string.IsNullOrWhiteSpace(t.Text))]));
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
