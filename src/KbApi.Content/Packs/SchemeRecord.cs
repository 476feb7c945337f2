using System.Collections.Immutable;
using KbApi.Content.Codes;

namespace KbApi.Content.Packs;

/// <summary>Families of codes in records.</summary>
internal static class SchemeRecord
{
    public static void Write(RecordWriter to, CodeScheme scheme)
    {
        to.Text(scheme.Id);
        to.Text(scheme.Title);
        to.List(scheme.Patterns, pattern => to.Text(pattern.Text));
        to.List(scheme.Names, to.Text);
        to.Text(scheme.Section);
        to.List(scheme.Groups, group =>
        {
            to.Signed(group.From);
            to.Signed(group.To);
            to.Text(group.Source);
            to.List([.. group.Titles.OrderBy(t => t.Key, StringComparer.Ordinal)], title =>
            {
                to.Text(title.Key);
                to.Text(title.Value);
            });
        });
    }

    public static CodeScheme Read(ref RecordReader from) =>
        new(from.Text(), from.Text(), from.List(ReadPattern), from.Texts(), from.OptionalText(), from.List(ReadGroup));

    private static CodePattern ReadPattern(ref RecordReader from)
    {
        try
        {
            return CodePattern.Parse(from.Text());
        }
        catch (FormatException)
        {
            throw RecordReader.Damaged();
        }
    }

    private static CodeGroup ReadGroup(ref RecordReader from) => new(
        from.Signed(),
        from.Signed(),
        from.OptionalText(),
        from.List(static (ref reader) => KeyValuePair.Create(reader.Text(), reader.Text()))
            .Aggregate(ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase), static (all, title) => all.SetItem(title.Key, title.Value)));
}
