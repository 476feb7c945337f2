using System.Collections.Frozen;
using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>How a text is the message that it was found to be.</summary>
public enum MessageMatchKind
{
    /// <summary>Character for character.</summary>
    Exact,

    /// <summary>But for quotes, blanks, case and escapes.</summary>
    Normalized,

    /// <summary>With values where the documented message has placeholders.</summary>
    Template,
}

/// <summary>An entry that a message leads to.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Locale">The locale of the text that matched.</param>
/// <param name="Text">That text, as documented.</param>
/// <param name="Kind">How it matched.</param>
public sealed record MessageMatch(string EntryId, LocaleTag Locale, string Text, MessageMatchKind Kind);

/// <summary>Finds entries by the texts that a screen or a log shows, in any locale. Immutable.</summary>
public sealed class MessageIndex
{
    private readonly FrozenDictionary<string, ImmutableArray<MessageMatch>> _byText;
    private readonly ImmutableArray<(MessagePattern Pattern, MessageMatch Match)> _templates;

    /// <summary>An index of the messages, symptoms and titles of some entries.</summary>
    /// <param name="entries">The entries, in all their locales.</param>
    public MessageIndex(IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var texts = entries.SelectMany(TextsOf).Where(m => MessageText.Normalize(m.Text).Length > 0).ToList();
        _byText = texts.GroupBy(m => MessageText.Normalize(m.Text), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.DistinctBy(m => (m.EntryId, m.Locale)).ToImmutableArray(), StringComparer.Ordinal);
        _templates = [.. texts.Select(m => (Pattern: MessagePattern.Read(m.Text), Match: m with { Kind = MessageMatchKind.Template }))
            .Where(t => t.Pattern is not null).Select(t => (t.Pattern!, t.Match))];
    }

    /// <summary>The entries that have a text as a message, best match first; empty where none has.</summary>
    /// <param name="text">The message as somebody saw or copied it, in any locale.</param>
    public ImmutableArray<MessageMatch> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normalized = MessageText.Normalize(text);
        if (_byText.TryGetValue(normalized, out var matches))
        {
            return [.. matches.Select(m => m.Text == text ? m with { Kind = MessageMatchKind.Exact } : m).OrderBy(m => m.Kind).DistinctBy(m => m.EntryId)];
        }

        return [.. _templates.Where(t => t.Pattern.Matches(normalized)).OrderByDescending(t => t.Pattern.FixedLength).Select(t => t.Match).DistinctBy(m => m.EntryId)];
    }

    private static IEnumerable<MessageMatch> TextsOf(Entry entry) =>
        entry.Messages.Select(m => m.Text).Concat(entry.Symptoms.Select(s => s.Text)).Append(entry.Title.Text)
            .Select(text => new MessageMatch(entry.Id, entry.Locale, text, MessageMatchKind.Normalized));
}
