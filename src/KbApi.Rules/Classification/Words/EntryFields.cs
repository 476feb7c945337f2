using KbApi.Content.Model;

namespace KbApi.Rules.Classification.Words;

/// <summary>Which texts of an entry say what.</summary>
internal static class EntryFields
{
    /// <summary>By what a reader recognises the problem.</summary>
    public static IEnumerable<string> Symptom(Entry entry) =>
        entry.Symptoms.Select(s => s.Text).Prepend(entry.Title.Text).Concat(entry.Messages.Select(m => m.Text)).Distinct(StringComparer.Ordinal);

    /// <summary>What the document says about it.</summary>
    public static IEnumerable<string> Body(Entry entry) =>
        entry.Descriptions.Concat(entry.TechnicalDetails).Concat(entry.Causes).Select(p => p.Text);

    /// <summary>Texts that a screen or log may show as they stand, longest documents aside: messages, titles, and the first sentence of what it means.</summary>
    public static IEnumerable<string> Shown(Entry entry)
    {
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
}
