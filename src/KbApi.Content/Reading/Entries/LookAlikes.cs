using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;

namespace KbApi.Content.Reading.Entries;

/// <summary>Finds entries whose visible symptom is the same, and what the document says that tells them apart.</summary>
internal static class LookAlikes
{
    /// <summary>More entries than this under one symptom are a heading repeated in every row, not problems to be told apart.</summary>
    private const int MaxAlike = 50;

    /// <summary>The entries, with discriminators where there are look-alikes.</summary>
    /// <param name="entries">The entries of one article, with their ids.</param>
    /// <param name="sections">The sections of the article.</param>
    public static ImmutableArray<Entry> Discriminate(ImmutableArray<Entry> entries, ImmutableArray<Section> sections)
    {
        if (entries.Length < 2)
        {
            return entries;
        }

        var alike = entries
            .Where(e => e.Symptoms.Length > 0)
            .GroupBy(e => LabelText.Normalize(e.Symptoms[0].Text), StringComparer.Ordinal)
            .Where(g => g.Count() is > 1 and <= MaxAlike)
            .SelectMany(g => g.Select(e => (e.Id, Group: g)))
            .ToDictionary(e => e.Id, e => e.Group, StringComparer.Ordinal);
        return alike.Count == 0
            ? entries
            : [.. entries.Select(e => alike.TryGetValue(e.Id, out var group) ? With(e, [.. group.Where(o => o.Id != e.Id)], sections) : e)];
    }

    private static Entry With(Entry entry, List<Entry> others, ImmutableArray<Section> sections)
    {
        var discriminators = ImmutableArray.CreateBuilder<Discriminator>(0);
        foreach (var fact in entry.Symptoms.Skip(1))
        {
            discriminators.Add(new Discriminator(fact, [.. others.Select(o => o.Id)]));
        }

        // The same words on another surface: where it happens is what tells.
        ImmutableArray<string> elsewhere = [.. others.Where(o => o.Section != entry.Section).Select(o => o.Id)];
        if (elsewhere.Length > 0 && sections.FirstOrDefault(s => s.Anchor == entry.Section) is { } section)
        {
            discriminators.Add(new Discriminator(section.Title, elsewhere));
        }

        return entry with { Discriminators = discriminators.DrainToImmutable() };
    }
}
