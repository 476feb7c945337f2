using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Content.Model;
using KbApi.Search.Analysis;
using KbApi.Search.Queries;

namespace KbApi.Search.Ranking;

/// <summary>Shows where an entry answers a query: in its title, and in the text that answers most.</summary>
internal sealed class Highlighter
{
    private const int SnippetLength = 240;
    private const int LeadLength = 60;

    private readonly LanguageTerms _terms;
    private readonly HashSet<string> _wanted;
    private readonly ulong _wantedMask;
    private readonly List<string> _codes;

    /// <summary>Texts share the terms of equal words, so most need no comparing of strings.</summary>
    private readonly Dictionary<ExpandedTerm, bool> _known = new(ReferenceEqualityComparer.Instance);

    public Highlighter(QueryPlan plan, LanguageTerms terms)
    {
        _terms = terms;
        _wanted = [.. plan.Words.SelectMany(w => w.Alternatives).SelectMany(a => a.Terms).Select(t => t.Text)];
        _wantedMask = _wanted.Aggregate(0UL, (mask, text) => mask | ExpandedTerm.BitOf(text));
        _codes = [.. plan.Words.SelectMany(w => w.Code?.Values ?? [])];
    }

    public ImmutableArray<SearchHighlight> Highlight(Prose name, Entry? entry)
    {
        var title = Mark("title", name.Text);
        var best = entry is null ? null : TextsOf(entry)
            .Select(t => Mark(t.Field, t.Text))
            .OfType<SearchHighlight>()
            .MaxBy(h => h.Spans.Select(s => h.Text[s.Start..s.End].ToLowerInvariant()).Distinct(StringComparer.Ordinal).Count());
        return [.. new[] { title, best }.OfType<SearchHighlight>()];
    }

    private static IEnumerable<(string Field, string Text)> TextsOf(Entry entry) =>
        entry.Messages.Where(m => m.Text != entry.Title.Text).Select(m => ("message", m.Text))
            .Concat(entry.Symptoms.Where(s => s.Text != entry.Title.Text).Select(s => ("symptom", s.Text)))
            .Concat(entry.Causes.Select(c => ("cause", c.Text)))
            .Concat(entry.Descriptions.Concat(entry.TechnicalDetails).Select(d => ("description", d.Text)))
            .Concat(entry.Resolution?.Paragraphs.Select(p => ("resolution", p.Text)) ?? []);

    private SearchHighlight? Mark(string field, string text)
    {
        var read = _terms.Read(text);
        var spans = new List<(int Start, int End)>();
        for (var i = 0; i < read.Terms.Length; i++)
        {
            if (IsWanted(read.Terms[i]))
            {
                spans.Add((read.Starts[i], read.Ends[i]));
            }
        }

        foreach (var code in _codes)
        {
            var at = text.IndexOf(code, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                spans.Add((at, at + code.Length));
            }
        }

        return spans.Count == 0 ? null : Cut(field, text, Merge(spans));
    }

    private bool IsWanted(ExpandedTerm term)
    {
        if ((term.Mask & _wantedMask) == 0)
        {
            return false;
        }

        ref var isWanted = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, term, out var isKnown);
        if (!isKnown)
        {
            isWanted = _wanted.Contains(term.Main) || term.Others.Any(_wanted.Contains) || term.Parts.Any(_wanted.Contains);
        }

        return isWanted;
    }

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> spans)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    /// <summary>The part of a long text where most matches stand.</summary>
    private static SearchHighlight Cut(string field, string text, List<(int Start, int End)> spans)
    {
        if (text.Length <= SnippetLength)
        {
            return new SearchHighlight(field, text, [.. spans]);
        }

        var first = spans.MaxBy(s => spans.Count(o => o.Start >= s.Start && o.End <= s.Start + SnippetLength - LeadLength)).Start;
        var start = WordStart(text, Math.Max(0, first - LeadLength));
        var end = WordEnd(text, Math.Min(text.Length, start + SnippetLength));
        return new SearchHighlight(
            field, text[start..end], [.. spans.Where(s => s.Start >= start && s.End <= end).Select(s => (s.Start - start, s.End - start))]);
    }

    private static int WordStart(string text, int at)
    {
        var space = at == 0 ? -1 : text.AsSpan(at, Math.Min(LeadLength, text.Length - at)).IndexOf(' ');
        return at == 0 || space < 0 ? SkipHalf(text, at) : at + space + 1;
    }

    private static int WordEnd(string text, int at)
    {
        var space = at == text.Length ? -1 : text.AsSpan(at - LeadLength, LeadLength).LastIndexOf(' ');
        return at == text.Length || space < 0 ? SkipHalf(text, at) : at - LeadLength + space;
    }

    /// <summary>No pair of surrogates is cut in two.</summary>
    private static int SkipHalf(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
