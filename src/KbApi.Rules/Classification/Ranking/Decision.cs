using System.Collections.Immutable;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>The verdict on a report.</summary>
/// <param name="Verdict">How sure it is.</param>
/// <param name="Candidates">The candidates of the strongest tier, then the others.</param>
/// <param name="Tied">How many of them the evidence does not tell apart.</param>
internal sealed record Decision(Verdict Verdict, ImmutableArray<RankedCandidate> Candidates, int Tied)
{
    /// <summary>Candidates are told apart where the weaker has less than this share of the stronger one's weight.</summary>
    private const double ShareOfTie = 0.9;
    private const double ShareOfTieInWords = 0.8;

    public static Decision Of(IReadOnlyList<RankedCandidate> ranked)
    {
        if (ranked.Count == 0)
        {
            return new Decision(Verdict.Unknown, [], 0);
        }

        var top = ranked[0];
        var tied = ranked.Where(c => IsTied(c, top)).ToList();
        var total = tied.Sum(c => c.Score);
        var certainty = CertaintyOf(top);
        var others = ranked.Where(c => !IsTied(c, top)).Select((c, i) => c with { Probability = Math.Round((1 - certainty) * 0.5 / (i + 1), 3) });
        return new Decision(
            tied.Count == 1 ? Verdict.Matched : Verdict.Ambiguous,
            [.. tied.Select(c => c with { Probability = Math.Round(certainty * c.Score / total, 3) }), .. others],
            tied.Count);
    }

    /// <summary>What the same codes speak for is told apart by what the report says, not by what entries are like.</summary>
    private static bool IsTied(RankedCandidate candidate, RankedCandidate top)
    {
        if (candidate.Tier != top.Tier || candidate.IsContradicted != top.IsContradicted)
        {
            return false;
        }

        return candidate.Score >= top.Score * (top.Tier == SignalTier.Symptom ? ShareOfTieInWords : ShareOfTie)
            || (top.Tier == SignalTier.Code && candidate.Codes == top.Codes && candidate.WeightBesideCodes >= top.WeightBesideCodes * ShareOfTie);
    }

    /// <summary>How often a report with such evidence is about one of those that it speaks for; as measured on generated reports (ADR 11).</summary>
    private static double CertaintyOf(RankedCandidate top) => top.Tier switch
    {
        SignalTier.Code => 0.86,
        SignalTier.Message => 0.65 + (0.3 * top.MessageShare),
        SignalTier.Identifier => 0.5,
        _ => SymptomCurve(Math.Clamp(0.35 + (0.4 * top.Similarity.Coverage) + (0.2 * top.Similarity.Share), 0.4, 0.85)),
    };

    private static double SymptomCurve(double fit) => 1 / (1 + Math.Exp(-(1.15 + (1.44 * Math.Log(fit / (1 - fit))))));
}
