using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Drift;

namespace KbApi.Cli.Drift;

/// <summary>A line of a report for people: one reason, or one field without.</summary>
/// <param name="Item">The item.</param>
/// <param name="Field">The name of the field, or null where the item as a whole is meant.</param>
/// <param name="State">How it stands.</param>
/// <param name="Words">Why.</param>
/// <param name="Original">Where it stands in the original, or null.</param>
/// <param name="Here">Where it stands in the document, or null.</param>
internal sealed record DriftLine(ItemDrift Item, string? Field, DriftState State, string Words, Location? Original, Location? Here)
{
    /// <summary>The lines of an article, those of items that are current left out unless all are asked for.</summary>
    public static IEnumerable<DriftLine> Of(ITerminal terminal, ArticleDrift article, bool all) => Of(terminal.Culture, article, all);

    /// <summary>The same in a language.</summary>
    public static IEnumerable<DriftLine> Of(CultureInfo culture, ArticleDrift article, bool all) => article.Items.SelectMany(i => Of(culture, i, all));

    private static IEnumerable<DriftLine> Of(CultureInfo culture, ItemDrift item, bool all)
    {
        if (item.Fields.IsEmpty || item.State == DriftState.Current)
        {
            return all || item.State != DriftState.Current ? [new DriftLine(item, null, item.State, "", item.Original, item.Here)] : [];
        }

        return item.Fields.Where(f => all || f.State != DriftState.Current).SelectMany(field => field.Reasons.IsEmpty
            ? [new DriftLine(item, field.Name, field.State, "", field.Original ?? item.Original, field.Here ?? item.Here)]
            : field.Reasons.Select(r => new DriftLine(item, field.Name, field.State, DriftWords.Of(culture, field.Name, r), r.Original ?? item.Original, r.Here ?? item.Here)));
    }
}
