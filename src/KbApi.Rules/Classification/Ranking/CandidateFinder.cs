using KbApi.Content.Text;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Classification.Words;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Collects the candidates of one report, tier by tier.</summary>
internal sealed class CandidateFinder
{
    private const int MostOwnersOfName = 6;
    private const int MostOwnersOfMention = 20;
    private const int MostIdentified = 3;

    /// <summary>What is named after a code goes before what has the same code with another result.</summary>
    private const double WeightOfVariant = 0.95;

    private readonly SignalIndex _index;
    private readonly ReportTexts _texts;
    private readonly Dictionary<int, CandidateSignals> _signals = [];
    private readonly Dictionary<int, Similarity> _similarities = [];
    private readonly Dictionary<string, bool> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<CodeHit> _codes;
    private readonly CodePlaces _places;

    public CandidateFinder(SignalIndex index, ReportTexts texts)
    {
        (_index, _texts) = (index, texts);
        _codes = CodeHits.Find(texts, index.Codes);
        _places = new CodePlaces(_codes);
    }

    /// <summary>The codes that no document has, in the order of the report.</summary>
    public IEnumerable<CodeHit> UndocumentedCodes => _codes.Where(c => c.IsUndocumented || (c.IsUnknownOfFamily && c.Context != NumberContext.NoCode));

    /// <summary>The candidates, best first.</summary>
    public List<RankedCandidate> Find()
    {
        AddWholeText();
        AddMessages();
        AddCodes();
        Contradictions.Remove(_signals, _codes, _index.Codes);
        if (!_signals.Values.Any(s => s.Tier >= SignalTier.Message))
        {
            AddSymptoms();
        }

        return CandidateRanker.Rank(_signals, SimilarityOf, _places, _index, _texts);
    }

    private bool HasUndocumentedCode => _codes.Any(c => c.IsUndocumented || c.IsUnknownOfFamily);

    /// <summary>Whether beside the code that somebody names there is nothing that tells of the problem.</summary>
    private bool SaysNothingElse => _texts.Words is { Strange: 0, Weight: < 0.2 };

    private void AddWholeText()
    {
        var words = _texts.All[0].Words;
        foreach (var entry in _index.WholeTexts.Find(words))
        {
            Of(entry).AddWhole(words.Weight, new Evidence(ReportField.Message, TextSpan.FromBounds(words.Words[0].Start, words.Words[^1].End), SignalTier.Message));
        }
    }

    private void AddMessages()
    {
        // What says one text and nothing else says no other.
        if (_signals.Count > 0)
        {
            return;
        }

        foreach (var text in _texts.All)
        {
            foreach (var hit in _index.Messages.Find(text.Words))
            {
                AddMessage(text, hit);
            }
        }
    }

    private void AddMessage(ReportText text, MessageHit hit)
    {
        var span = TextSpan.FromBounds(text.Words.Words[hit.First].Start, text.Words.Words[hit.Last].End);
        if (!_places.IsInside(text.Field, span))
        {
            Of(hit.Entry).AddMessage(hit, new Evidence(text.Field, span, SignalTier.Message));
        }
    }

    /// <summary>What speaks for an entry that a code leads to, parts of its messages among it.</summary>
    private CandidateSignals WithAllMessages(int entry)
    {
        var signals = Of(entry);
        if (!signals.HasAllMessages && !signals.IsWhole)
        {
            signals.HasAllMessages = true;
            foreach (var text in _texts.All)
            {
                foreach (var hit in _index.Messages.Of(entry, text.Words))
                {
                    AddMessage(text, hit);
                }
            }
        }

        return signals;
    }

    private void AddCodes()
    {
        foreach (var hit in _codes)
        {
            if (hit.Context == NumberContext.NoCode || hit.IsZero)
            {
                continue;
            }

            var owners = CodeVariants.OwnersOf(hit, _codes, _index.Codes);
            var identified = owners.Count(o => o.IsIdentifying);
            var weight = identified > MostIdentified ? Math.Max(0.3, (double)MostIdentified / identified) : 1;
            foreach (var (i, owner) in owners.Index())
            {
                if (owner.IsIdentifying ? IsMeant(hit, owner.Entry) : identified == 0 && IsNamed(hit, owner.Entry))
                {
                    WithAllMessages(owner.Entry).Add(hit, owner.IsIdentifying, hit.Owners[i].IsIdentifying == owner.IsIdentifying ? weight : weight * WeightOfVariant);
                }
                else if (!owner.IsIdentifying && identified > 0)
                {
                    AddMention(hit, owner.Entry, weight);
                }
            }
        }
    }

    /// <summary>The code means something else and the entry speaks of it: as good as its own code where the entry's text stands around it.</summary>
    private void AddMention(CodeHit hit, int entry, double weight)
    {
        if (_signals.TryGetValue(entry, out var signals) && signals.HasWithinMessage(hit.Field, hit.Token))
        {
            signals.Add(hit, isIdentifying: true, weight);
        }
        else if (hit.Owners.Count <= MostOwnersOfMention)
        {
            Of(entry).Mentions += 0.1;
        }
    }

    /// <summary>Whether the code stands where a code would stand, or the words around it say what the entry says.</summary>
    private bool IsMeant(CodeHit hit, int entry)
    {
        if (hit.IsSmall)
        {
            return hit.Context == NumberContext.Code
                && ((hit.Field == ReportField.Code && SaysNothingElse) || SimilarityOf(entry) is { Mass: >= 1 } or { Mass: >= 0.5, Share: >= 0.15 });
        }

        if (hit.Context == NumberContext.Code)
        {
            return true;
        }

        return IsFromSource(entry) || SimilarityOf(entry) is { Mass: >= 0.8, Share: >= 0.2 } || WithAllMessages(entry) is { MessageShare: >= 0.5, MessageWeight: >= 1 };
    }

    private bool IsNamed(CodeHit hit, int entry)
    {
        if (hit.Owners.Count > MostOwnersOfName)
        {
            return false;
        }

        return hit.Token.Form == CodeForm.Name ? SimilarityOf(entry) is { Mass: >= 1, Share: >= 0.25, Coverage: >= 0.25 } : hit.Context == NumberContext.Code || SimilarityOf(entry).Share >= 0.25;
    }

    private bool IsFromSource(int entry)
    {
        foreach (var variant in _index.Entries[entry].Variants)
        {
            if (variant.Source is { Length: >= 4 } source && IsNamedSource(source))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNamedSource(string source)
    {
        if (!_sources.TryGetValue(source, out var isNamed))
        {
            _sources[source] = isNamed = source.Equals(_texts.Report.Source, StringComparison.OrdinalIgnoreCase) || _texts.All.Any(t => t.Text.Contains(source, StringComparison.OrdinalIgnoreCase));
        }

        return isNamed;
    }

    private void AddSymptoms()
    {
        var limits = HasUndocumentedCode ? SymptomLimits.BesideUndocumentedCode : SymptomLimits.Usual;
        foreach (var entry in _index.Words.Nearest(_texts.Words))
        {
            if (limits.Accept(SimilarityOf(entry)))
            {
                Of(entry).IsSymptom = true;
            }
        }
    }

    private Similarity SimilarityOf(int entry)
    {
        if (!_similarities.TryGetValue(entry, out var similarity))
        {
            _similarities[entry] = similarity = _index.Words.Of(entry, _texts.Words);
        }

        return similarity;
    }

    private CandidateSignals Of(int entry) => _signals.TryGetValue(entry, out var signals) ? signals : _signals[entry] = new CandidateSignals();
}
