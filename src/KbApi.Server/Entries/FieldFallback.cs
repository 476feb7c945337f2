using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Server.Entries;

/// <summary>Fills fields that an entry lacks with those of other locales.</summary>
internal static class FieldFallback
{
    /// <summary>The entry with its gaps filled, and the locale of each field that was.</summary>
    public static (Entry Entry, IReadOnlyDictionary<string, string>? Locales) Fill(Entry entry, IEnumerable<Entry> variants)
    {
        var locales = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var other in variants.Where(v => v.Locale != entry.Locale))
        {
            entry = entry with
            {
                Symptoms = Choose(entry.Symptoms, other.Symptoms, "symptoms", other, locales),
                Messages = Choose(entry.Messages, other.Messages, "messages", other, locales),
                Descriptions = Choose(entry.Descriptions, other.Descriptions, "descriptions", other, locales),
                TechnicalDetails = Choose(entry.TechnicalDetails, other.TechnicalDetails, "technicalDetails", other, locales),
                Causes = Choose(entry.Causes, other.Causes, "causes", other, locales),
                Links = Choose(entry.Links, other.Links, "links", other, locales),
                Resolution = entry.Resolution ?? Taken(other.Resolution, "resolution", other, locales),
            };
        }

        return (entry, locales.Count == 0 ? null : locales);
    }

    private static ImmutableArray<T> Choose<T>(ImmutableArray<T> own, ImmutableArray<T> others, string field, Entry other, SortedDictionary<string, string> locales) =>
        own.IsEmpty && !others.IsEmpty && locales.TryAdd(field, other.Locale.Value) ? others : own;

    private static Resolution? Taken(Resolution? resolution, string field, Entry other, SortedDictionary<string, string> locales)
    {
        if (resolution is not null)
        {
            locales[field] = other.Locale.Value;
        }

        return resolution;
    }
}
