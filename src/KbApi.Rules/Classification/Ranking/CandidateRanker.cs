using KbApi.Content.Text;
using KbApi.Rules.Classification.Words;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>Puts candidates in order: a stronger kind of evidence first, then more of it.</summary>
internal static class CandidateRanker
{
    private const int MostSharedWords = 6;
    private const double MostMass = 5;

    public static List<RankedCandidate> Rank(
        Dictionary<int, CandidateSignals> signals, Func<int, Similarity> similarityOf, CodePlaces places, SignalIndex index, ReportTexts texts)
    {
        var ranked = new List<RankedCandidate>();

        // Where the same codes speak for several entries, what tells them apart is what is said beside the codes.
        var isTold = signals.Values.Count(s => s.Code > 0) < 2;
        var field = texts.FieldOfWords;
        var beside = isTold ? texts.Words : texts.Words.Without(w => places.IsInside(field, new TextSpan(w.Start, w.Length)));
        foreach (var (entry, candidate) in signals)
        {
            if (candidate.Tier is { } tier)
            {
                var similarity = similarityOf(entry);
                var isCode = tier == SignalTier.Code;
                var weight = WeightOf(candidate, tier, similarity);
                ranked.Add(new RankedCandidate(entry)
                {
                    Tier = tier,
                    Score = isCode ? weight * (1 - index.Priors[entry]) : weight,
                    WeightBesideCodes = !isCode || isTold ? weight : WeightOf(candidate, tier, index.Words.Of(entry, beside)),
                    Codes = isCode ? candidate.Keys : "",
                    Similarity = similarity,
                    MessageShare = candidate.MessageShare,
                    Evidence = [.. EvidenceOf(entry, candidate, tier, index, texts).Distinct().OrderBy(e => e.Field).ThenBy(e => e.Span)],
                });
            }
        }

        ranked.Sort((a, b) => a.Tier != b.Tier ? b.Tier.CompareTo(a.Tier) : a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Entry.CompareTo(b.Entry));
        return ranked;
    }

    private static double WeightOf(CandidateSignals signals, SignalTier tier, Similarity similarity)
    {
        var words = (0.5 * signals.MessageShare) + (0.4 * similarity.Coverage) + (0.1 * Math.Min(similarity.Mass, MostMass));
        return tier switch
        {
            SignalTier.Code => signals.Code + signals.Mentions + words,
            SignalTier.Message => signals.MessageMass,
            SignalTier.Identifier => signals.Names + words,
            _ => similarity.Score,
        };
    }

    private static IEnumerable<Evidence> EvidenceOf(int entry, CandidateSignals signals, SignalTier tier, SignalIndex index, ReportTexts texts)
    {
        var isInText = signals.Evidence.Exists(e => e.Field != ReportField.Code);
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
            foreach (var id in index.Words.Shared(entry, texts.Words).Take(MostSharedWords))
            {
                var word = texts.Words.Words[texts.Words.FirstOf(id)];
                yield return new Evidence(texts.FieldOfWords, new TextSpan(word.Start, word.Length), SignalTier.Symptom);
            }
        }
    }
}
