using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Model;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Comparison;

/// <summary>What of an entry is the same in every language.</summary>
internal sealed class EntryFacts
{
    private readonly string _text;
    private readonly string _raw;
    private readonly HashSet<string> _digits;
    private readonly ImmutableArray<string> _codes;
    private readonly int _steps;

    public EntryFacts(Article article, Entry entry)
    {
        _text = string.Join('\n', EntryText.All(entry).Concat(entry.Messages.Select(m => m.Text)));
        _raw = string.Join('\n', ((ImmutableArray<Content.Text.TextSpan>)[entry.Span, .. entry.FurtherSpans]).Select(s => article.Text[s]));
        _digits = Tokens.DigitRuns(_raw).ToHashSet(StringComparer.Ordinal);
        _codes = [.. entry.Codes.Select(c => c.Span.IsEmpty ? c.Code.Value : article.Text[c.Span]).Distinct(StringComparer.OrdinalIgnoreCase)];
        _steps = entry.Resolution?.Steps.Length ?? 0;
    }

    /// <summary>The facts that entries disagree about; null stands for a source without the entry.</summary>
    public static IEnumerable<ComparedFact> Compare(IReadOnlyList<EntryFacts?> entries) =>
        ((IEnumerable<ComparedFact?>)
        [
            Of(ComparedFactKind.Codes, entries, e => e._codes, (e, code) => Tokens.IndexOfWord(e._raw, code) >= 0),
            Of(ComparedFactKind.Numbers, entries, e => Tokens.PlainNumbers(e._text).Where(n => n.Length > 1 && !e._codes.Contains(n)), (e, number) => e._digits.Contains(number)),
            Of(ComparedFactKind.Ranges, entries, e => Tokens.Ranges(e._text).Select(r => $"{r.First}-{r.Last}"), (e, range) => Tokens.Ranges(e._text).Any(r => $"{r.First}-{r.Last}" == range)),
            Of(ComparedFactKind.Literals, entries, Literals, (e, literal) => e._raw.Contains(literal, StringComparison.OrdinalIgnoreCase)),
            Of(ComparedFactKind.Steps, entries, e => e._steps == 0 ? [] : [e._steps.ToString(CultureInfo.InvariantCulture)], (e, steps) => e._steps.ToString(CultureInfo.InvariantCulture) == steps),
        ]).OfType<ComparedFact>();

    private static IEnumerable<string> Literals(EntryFacts entry) =>
        Tokens.Identifiers(entry._text).Concat(entry._text.Split('\n').Select(Tokens.LogPrefix).OfType<string>()).Concat(Tokens.Placeholders(entry._text));

    private static ComparedFact? Of(
        ComparedFactKind kind, IReadOnlyList<EntryFacts?> entries, Func<EntryFacts, IEnumerable<string>> tokensOf, Func<EntryFacts, string, bool> has)
    {
        var tokens = entries.OfType<EntryFacts>().SelectMany(tokensOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        ImmutableArray<string?> values = [.. entries.Select(e => e is null ? null : string.Join(", ", tokens.Where(t => has(e, t))))];
        var groups = values.OfType<string>().CountBy(v => v).OrderByDescending(g => g.Value).ToList();
        if (groups.Count < 2)
        {
            return null;
        }

        var present = values.Count(v => v is not null);
        var consensus = groups[0].Value >= 2 && groups[0].Value * 2 > present ? groups[0].Key : null;
        return new ComparedFact(kind, values, consensus, consensus is null ? [] : [.. Enumerable.Range(0, values.Length).Where(i => values[i] is { } v && v != consensus)]);
    }
}
