using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>Which texts of an entry say what.</summary>
internal static class EntryFields
{
    private const int FewestBlanksOfDescription = 5;

    /// <summary>By what a reader recognises the problem.</summary>
    public static IEnumerable<string> Symptom(Entry entry)
    {
        var texts = entry.Symptoms.Select(s => s.Text).Prepend(entry.Title.Text).Concat(entry.Messages.Select(m => m.Text));

        // Where the title is a code or a name, what it means is what a reader recognises.
        var isNamed = entry.Messages.IsEmpty && entry.Codes.Length > 0 && entry.Title.Text.AsSpan().Count(' ') < FewestBlanksOfDescription;
        return (isNamed ? texts.Concat(entry.Descriptions.Concat(entry.TechnicalDetails).Take(1).Select(d => FirstSentence(d.Text))) : texts).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What the document says about it.</summary>
    public static IEnumerable<string> Body(Entry entry) =>
        entry.Descriptions.Concat(entry.TechnicalDetails).Concat(entry.Causes).Select(p => p.Text);

    /// <summary>What the document and the section are about.</summary>
    public static IEnumerable<string> Around(Entry entry, LocalizedSet<Article> articles)
    {
        if (articles.Find(entry.ArticleId)?.In(entry.Locale) is { } article)
        {
            yield return article.Title.Text;
            yield return article.Product ?? "";
            yield return article.Sections.FirstOrDefault(s => s.Anchor == entry.Section)?.Title.Text ?? "";
        }
    }

    /// <summary>Texts that a screen or log may show as they stand, longest documents aside: messages, titles, and the first sentence of what it means.</summary>
    public static IEnumerable<string> Shown(Entry entry)
    {
        foreach (var name in entry.Codes.Select(c => c.Code.Value).Where(v => v.Contains('_', StringComparison.Ordinal)))
        {
            yield return name.Replace('_', ' ');
        }

        // "Event 4: what it says" is shown without the first part.
        var title = entry.Title.Text;
        for (var cut = title.IndexOf(": ", StringComparison.Ordinal); cut >= 0; cut = title.IndexOf(": ", cut + 1, StringComparison.Ordinal))
        {
            yield return title[(cut + 2)..];
        }

        foreach (var text in Symptom(entry))
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return line;
            }
        }

        foreach (var text in entry.Descriptions.Concat(entry.TechnicalDetails).Take(3))
        {
            foreach (var sentence in text.Text.Split(['\n', '.'], StringSplitOptions.RemoveEmptyEntries).Take(2))
            {
                yield return sentence;
            }
        }
    }

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
