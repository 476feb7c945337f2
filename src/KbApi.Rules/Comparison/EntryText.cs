using KbApi.Content.Model;

namespace KbApi.Rules.Comparison;

/// <summary>All texts of an entry.</summary>
internal static class EntryText
{
    public static IEnumerable<string> All(Entry entry) =>
    [
        entry.Title.Text,
        .. entry.Symptoms.Concat(entry.Descriptions).Concat(entry.TechnicalDetails).Concat(entry.Causes).Select(p => p.Text),
        entry.Resolution?.Text ?? "",
    ];

    /// <summary>Texts in one line, without differences in white space.</summary>
    public static string Plain(IEnumerable<string> texts) => string.Join(' ', texts.SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
