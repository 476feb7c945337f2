using KbApi.Content.Editing.Places;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>One text of an entry and where it stands.</summary>
internal readonly record struct EntryTextItem(string Field, string Text, TextSpan Span);

/// <summary>All that an entry says, in a form that can be compared with what it said before.</summary>
internal static class EntryText
{
    public static List<EntryTextItem> Of(Entry entry)
    {
        var items = new List<EntryTextItem> { new("title", entry.Title.Text, entry.Title.Span) };
        items.AddRange(entry.Codes.Select(c => new EntryTextItem("code", $"{c.Code.Scheme} {c.Code.Value}", c.Span)));
        items.AddRange(entry.Messages.Select(m => new EntryTextItem("message", m.Text, m.Span)));
        items.AddRange(FieldPlaces.Texts(entry).Select(t => new EntryTextItem(NameOf(t.Field), t.Prose.Text, t.Prose.Span)));
        items.AddRange(entry.Links.Select(l => new EntryTextItem("link", $"{l.Text} {l.Target}", l.Span)));
        return items;
    }

    public static string NameOf(EntryField field) => field.ToString().ToLowerInvariant();

    /// <summary>Whether two entries say the same, wherever they stand.</summary>
    public static bool Same(Entry a, Entry b) =>
        ReferenceEquals(a, b)
        || (a.Shape == b.Shape && a.Severity == b.Severity && a.Audience == b.Audience && a.HandOff == b.HandOff && a.Source == b.Source && a.Anchor == b.Anchor
            && Of(a).Select(Key).SequenceEqual(Of(b).Select(Key)));

    private static (string, string) Key(EntryTextItem item) => (item.Field, item.Text);
}
