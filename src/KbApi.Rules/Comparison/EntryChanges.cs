using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Languages;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Comparison;

/// <summary>Compares an entry before and after, in one locale, by what a change means. Codes are compared for the catalog as a whole.</summary>
internal sealed class EntryChanges(CatalogSnapshot old, CatalogSnapshot now, RuleVocabulary vocabulary)
{
    private const string Resolution = "resolution";
    private readonly SequenceChanges _sequences = new(old, now);

    public IEnumerable<CatalogChange> Between(Entry before, Entry after, string id)
    {
        var context = new Context(before, after, id);
        if (before.Severity != after.Severity)
        {
            yield return Change(context, CatalogChangeKind.SeverityChanged, "severity", Name(before.Severity), Name(after.Severity));
        }

        var fields = Fields(before).Zip(Fields(after)).SelectMany(p => Texts(context, p.First, p.Second));
        foreach (var change in fields.Concat(Messages(context)).Concat(Links(context)))
        {
            yield return change;
        }
    }

    private IEnumerable<CatalogChange> Texts(Context context, Field left, Field right)
    {
        if (left.Text == right.Text)
        {
            yield break;
        }

        if (left.Name == Resolution && Steps(context) is { Count: > 0 } steps)
        {
            foreach (var step in steps)
            {
                yield return step;
            }

            yield break;
        }

        var numbers = NumberChanges.Between(left.Text, right.Text);
        foreach (var (from, to) in numbers)
        {
            yield return Change(context, CatalogChangeKind.LimitChanged, left.Name, from, to);
        }

        if (Negations(left.Text, context.After) != Negations(right.Text, context.After) && TextMeaning.Same(left.Text, right.Text))
        {
            yield return Change(context, CatalogChangeKind.NegationChanged, left.Name, left.Text, right.Text);
        }
        else if (WithoutDigits(left.Text) != WithoutDigits(right.Text) || numbers.Count == 0)
        {
            var isOther = left.Name == Resolution && !TextMeaning.Same(left.Text, right.Text);
            yield return Change(context, isOther ? CatalogChangeKind.ResolutionChanged : CatalogChangeKind.WordingChanged, left.Name, left.Text, right.Text);
        }
    }

    /// <summary>Changes of a resolution that is written as a list, before and after.</summary>
    private List<CatalogChange> Steps(Context context) => context is { Before.Resolution: { Steps.Length: > 0 } before, After.Resolution: { Steps.Length: > 0 } after }
        ? [.. _sequences.Compare(context.Before, before.Steps, context.After, after.Steps, context.Id, Resolution)]
        : [];

    private IEnumerable<CatalogChange> Messages(Context context)
    {
        var (left, right) = (Only(context.Before.Messages, context.After.Messages), Only(context.After.Messages, context.Before.Messages));
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            yield return Change(context, CatalogChangeKind.MessageChanged, "messages", left.ElementAtOrDefault(i) ?? "", right.ElementAtOrDefault(i) ?? "");
        }
    }

    private IEnumerable<CatalogChange> Links(Context context)
    {
        var (before, after) = (context.Before.Links.Select(l => l.Target).ToList(), context.After.Links.Select(l => l.Target).ToList());
        var (left, right) = (before.Except(after, StringComparer.Ordinal).ToList(), after.Except(before, StringComparer.Ordinal).ToList());
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            yield return Change(context, CatalogChangeKind.LinkChanged, "links", left.ElementAtOrDefault(i) ?? "", right.ElementAtOrDefault(i) ?? "");
        }
    }

    private static List<string> Only(ImmutableArray<Message> messages, ImmutableArray<Message> others) =>
        [.. messages.Select(m => EntryText.Plain([m.Text])).Except(others.Select(m => EntryText.Plain([m.Text])), StringComparer.Ordinal)];

    private int Negations(string text, Entry entry) => vocabulary.Of(entry.Locale).Negations.Sum(n => Tokens.CountWord(text, n));

    private CatalogChange Change(Context context, CatalogChangeKind kind, string field, string from, string to) => new(kind, context.Id, field, from, to, [context.After.Locale])
    {
        Old = old.PlaceOf(context.Before),
        New = now.PlaceOf(context.After),
    };

    private static string WithoutDigits(string text) => string.Concat(text.Where(c => !char.IsAsciiDigit(c)));

    private static string Name(EntrySeverity severity) => severity.ToString().ToLowerInvariant();

    private static IEnumerable<Field> Fields(Entry entry) =>
    [
        new("title", EntryText.Plain(entry.Symptoms.IsEmpty ? [entry.Title.Text] : [])), new("symptoms", Plain(entry.Symptoms)), new("descriptions", Plain(entry.Descriptions)),
        new("technicalDetails", Plain(entry.TechnicalDetails)), new("causes", Plain(entry.Causes)), new(Resolution, Plain(entry.Resolution?.Paragraphs ?? [])),
    ];

    private static string Plain(ImmutableArray<Prose> texts) => EntryText.Plain(texts.Select(t => t.Text));

    private sealed record Field(string Name, string Text);

    private sealed record Context(Entry Before, Entry After, string Id);
}
