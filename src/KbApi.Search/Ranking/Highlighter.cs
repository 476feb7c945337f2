using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Content.Model;
using KbApi.Search.Analysis;
using KbApi.Search.Queries;

namespace KbApi.Search.Ranking;

/// <summary>Shows where an entry answers a query: in its title, and in the text that answers most. For one thread.</summary>
internal sealed class Highlighter
{
    private readonly LanguageTerms _terms;
    private readonly HashSet<string> _wanted;
    private readonly ulong _wantedMask;
    private readonly List<string> _codes;

    /// <summary>Texts share the terms of equal words, so most need no comparing of strings.</summary>
    private readonly Dictionary<ExpandedTerm, bool> _known = new(ReferenceEqualityComparer.Instance);

    // The text that answers most so far, and the one that is compared with it. Most texts lose, and leave nothing behind.
    private Snippet _best = new();
    private Snippet _next = new();

    public Highlighter(QueryPlan plan, LanguageTerms terms)
    {
        _terms = terms;
        _wanted = [.. plan.Words.SelectMany(w => w.Alternatives).SelectMany(a => a.Terms).Select(t => t.Text)];
        _wantedMask = _wanted.Aggregate(0UL, (mask, text) => mask | ExpandedTerm.BitOf(text));
        _codes = [.. plan.Words.SelectMany(w => w.Code?.Values ?? [])];
    }

    public ImmutableArray<SearchHighlight> Highlight(Prose name, Entry? entry)
    {
        _best.Clear();
        Consider("title", name.Text);
        var title = _best.ToHighlight();
        _best.Clear();
        if (entry is not null)
        {
            ConsiderTextsOf(entry);
        }

        return (title, _best.ToHighlight()) switch
        {
            ({ } first, { } second) => [first, second],
            ({ } only, null) => [only],
            (null, { } only) => [only],
            _ => [],
        };
    }

    private void ConsiderTextsOf(Entry entry)
    {
        foreach (var message in entry.Messages)
        {
            ConsiderUnlessTitle("message", message.Text, entry);
        }

        foreach (var symptom in entry.Symptoms)
        {
            ConsiderUnlessTitle("symptom", symptom.Text, entry);
        }

        ConsiderAll("cause", entry.Causes);
        ConsiderAll("description", entry.Descriptions);
        ConsiderAll("description", entry.TechnicalDetails);
        ConsiderAll("resolution", entry.Resolution?.Paragraphs ?? []);
    }

    private void ConsiderUnlessTitle(string field, string text, Entry entry)
    {
        if (text != entry.Title.Text)
        {
            Consider(field, text);
        }
    }

    private void ConsiderAll(string field, ImmutableArray<Prose> texts)
    {
        foreach (var text in texts)
        {
            Consider(field, text.Text);
        }
    }

    /// <summary>Where a text shows more of what is wanted than the best one, it is the best one.</summary>
    private void Consider(string field, string text)
    {
        _next.Begin(field, text);
        AddWantedWords(text);
        foreach (var code in _codes)
        {
            var at = text.IndexOf(code, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                _next.Add(at, at + code.Length);
            }
        }

        _next.Finish();
        if (_next.CountOfWords > _best.CountOfWords)
        {
            (_best, _next) = (_next, _best);
        }
    }

    private void AddWantedWords(string text)
    {
        var read = _terms.Read(text);
        for (var i = 0; i < read.Terms.Length; i++)
        {
            if (IsWanted(read.Terms[i]))
            {
                _next.Add(read.Starts[i], read.Ends[i]);
            }
        }
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
}
