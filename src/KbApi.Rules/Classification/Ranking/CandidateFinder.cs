using System.Collections.Frozen;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Classification.Words;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Collects the candidates of one report, tier by tier.</summary>
internal sealed class CandidateFinder(SignalIndex index, ReportTexts texts)
{
    private const int MostSharedWords = 6;
    private const int MostOwnersOfName = 6;

    private readonly Dictionary<int, CandidateSignals> _signals = [];
    private readonly Dictionary<int, Similarity> _similarities = [];
    private readonly List<CodeHit> _codes = CodeHits.Find(texts, index.Codes);

    /// <summary>The candidates, best first.</summary>
    public List<RankedCandidate> Find()
    {
        AddMessages();
        AddCodes();
        RemoveContradicted();
        if (!_signals.Values.Any(s => s.Tier >= SignalTier.Message))
        {
            AddSymptoms();
        }

        return [.. _signals.Where(s => s.Value.Tier is not null).Select(s => Rank(s.Key, s.Value))
            .OrderByDescending(c => c.Tier).ThenByDescending(c => c.Score).ThenBy(c => c.Entry)];
    }

    private bool HasUndocumentedCode => _codes.Any(c => c.IsUndocumented || CodeHits.IsUnknownOfFamily(c, index.Codes));

    private void AddMessages()
    {
        foreach (var text in texts.All)
        {
            foreach (var hit in index.Messages.Find(text.Words))
            {
                var signals = Of(hit.Entry);
                if (signals.IsBetterMessage(hit.Share, hit.Weight))
                {
                    var (first, last) = (text.Words.Words[hit.First], text.Words.Words[hit.Last]);
                    signals.MessageShare = hit.Share;
                    signals.MessageWeight = hit.Weight;
                    signals.Message = new Evidence(text.Field, TextSpan.FromBounds(first.Start, last.Start + last.Length), SignalTier.Message);
                }
            }
        }
    }

    private void AddCodes()
    {
        foreach (var hit in _codes.Where(h => h.Context != NumberContext.NoCode && !h.IsZero))
        {
            var identifying = hit.Owners.Count(o => o.IsIdentifying);
            foreach (var owner in hit.Owners)
            {
                if (owner.IsIdentifying ? IsMeant(hit, owner.Entry) : identifying == 0 && IsNamed(hit, owner.Entry))
                {
                    var weight = identifying > 3 ? Math.Max(0.3, 3.0 / identifying) : 1;
                    Of(owner.Entry).Add(hit, owner.IsIdentifying, weight);
                }
                else if (!owner.IsIdentifying && identifying > 0 && hit.Owners.Count <= 20)
                {
                    Of(owner.Entry).Mentions += 0.1;
                }
            }
        }
    }

    /// <summary>Whether the code stands where a code would stand, or the words around it say what the entry says.</summary>
    private bool IsMeant(CodeHit hit, int entry)
    {
        var similarity = SimilarityOf(entry);
        if (hit.IsSmall)
        {
            return hit.Context == NumberContext.Code && (similarity.Mass >= 1 || similarity is { Mass: >= 0.5, Share: >= 0.15 });
        }

        if (hit.Context == NumberContext.Code)
        {
            return true;
        }

        return IsFromSource(entry) || (similarity.Mass >= 0.8 && similarity.Share >= 0.2) || (Of(entry).MessageShare >= 0.5 && Of(entry).MessageWeight >= 1);
    }

    private bool IsNamed(CodeHit hit, int entry)
    {
        if (hit.Owners.Count > MostOwnersOfName)
        {
            return false;
        }

        return hit.Token.Form == CodeForm.Name ? SimilarityOf(entry) is { Mass: >= 1, Share: >= 0.25, Coverage: >= 0.25 } : hit.Context == NumberContext.Code || SimilarityOf(entry).Share >= 0.25;
    }

    private bool IsFromSource(int entry) => index.Entries[entry].Variants.Any(v => v.Source is { Length: >= 4 } source
        && (source.Equals(texts.Report.Source, StringComparison.OrdinalIgnoreCase) || texts.All.Any(t => t.Text.Contains(source, StringComparison.OrdinalIgnoreCase))));

    /// <summary>An entry that is documented for one code beside another says nothing about that other with a third.</summary>
    private void RemoveContradicted()
    {
        var codes = _codes.Where(c => c.Context == NumberContext.Code && CodeTable.CanContradict(c.Token.Key)).ToList();
        foreach (var (entry, signals) in _signals.Where(s => s.Value.Code > 0))
        {
            var documented = index.Codes.KeysOf(entry);
            if (codes.Any(c => IsInPlaceOf(c, documented)))
            {
                signals.ClearCodes();
            }
        }
    }

    private bool IsInPlaceOf(CodeHit hit, FrozenSet<string> documented)
    {
        var ofForm = documented.Where(k => k[0] == hit.Token.Key[0]).ToList();
        return ofForm.Count > 0 && (hit.IsUndocumented || hit.Token.Form == CodeForm.Hex) && !ofForm.Any(k => _codes.Any(c => c.Token.Key == k));
    }

    private void AddSymptoms()
    {
        var limits = HasUndocumentedCode ? SymptomLimits.BesideUndocumentedCode : SymptomLimits.Usual;
        foreach (var entry in index.Words.Nearest(texts.Words))
        {
            if (limits.Accept(SimilarityOf(entry)))
            {
                Of(entry).IsSymptom = true;
            }
        }
    }

    private RankedCandidate Rank(int entry, CandidateSignals signals)
    {
        var similarity = SimilarityOf(entry);
        var tier = signals.Tier!.Value;
        var words = (0.5 * signals.MessageShare) + (0.4 * similarity.Coverage) + (0.1 * Math.Min(similarity.Mass, 5));
        var score = tier switch
        {
            SignalTier.Code => (signals.Code + signals.Mentions + words) * (1 - PenaltyOf(entry)),
            SignalTier.Message => signals.MessageShare * signals.MessageWeight,
            SignalTier.Identifier => signals.Names + words,
            _ => similarity.Score,
        };
        return new RankedCandidate(entry)
        {
            Tier = tier,
            Score = score,
            Similarity = similarity,
            MessageShare = signals.MessageShare,
            Evidence = [.. EvidenceOf(entry, signals, tier).Distinct().OrderBy(e => e.Field).ThenBy(e => e.Span)],
        };
    }

    private double PenaltyOf(int entry)
    {
        var localized = index.Entries[entry];
        return (index.Outcomes.Contains(localized.Id) ? 0.3 : 0) + (localized.Variants[0].Severity == EntrySeverity.Info ? 0.15 : 0) + (localized.Variants.All(v => v.Resolution is null) ? 0.1 : 0);
    }

    private IEnumerable<Evidence> EvidenceOf(int entry, CandidateSignals signals, SignalTier tier)
    {
        var isInText = signals.Evidence.Any(e => e.Field != ReportField.Code);
        foreach (var evidence in signals.Evidence.Where(e => !isInText || e.Field != ReportField.Code))
        {
            yield return evidence;
        }

        if (signals.Message is { } message && signals.IsMessage)
        {
            yield return message;
        }

        if (tier == SignalTier.Symptom)
        {
            var words = texts.Words;
            var field = ReferenceEquals(words, texts.All[0].Words) ? ReportField.Message : texts.All[1].Field;
            foreach (var id in index.Words.Shared(entry, words).Take(MostSharedWords))
            {
                var word = words.Words[words.First[id]];
                yield return new Evidence(field, new TextSpan(word.Start, word.Length), SignalTier.Symptom);
            }
        }
    }

    private Similarity SimilarityOf(int entry)
    {
        if (!_similarities.TryGetValue(entry, out var similarity))
        {
            _similarities[entry] = similarity = index.Words.Of(entry, texts.Words);
        }

        return similarity;
    }

    private CandidateSignals Of(int entry) => _signals.TryGetValue(entry, out var signals) ? signals : _signals[entry] = new CandidateSignals();
}
