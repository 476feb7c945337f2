using KbApi.Content.Text;
using KbApi.Rules.Classification.Signals;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>What speaks for one entry while the report is read.</summary>
internal sealed class CandidateSignals
{
    private const double FewestShare = 0.75;
    private const double FewestWeight = 1.5;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public double Code { get; private set; }

    public double Names { get; private set; }

    public double Mentions { get; set; }

    public double MessageShare { get; set; }

    public double MessageWeight { get; set; }

    public Evidence? Message { get; set; }

    public bool IsSymptom { get; set; }

    public List<Evidence> Evidence { get; } = [];

    /// <summary>Whether a documented message stands in the report nearly whole, and says enough.</summary>
    public bool IsMessage => MessageShare >= FewestShare && MessageWeight >= FewestWeight;

    /// <summary>The strongest evidence, or null where nothing is strong enough.</summary>
    public SignalTier? Tier =>
        Code > 0 ? SignalTier.Code : IsMessage ? SignalTier.Message : Names > 0 ? SignalTier.Identifier : IsSymptom ? SignalTier.Symptom : null;

    /// <summary>A text that is there nearly whole goes before a longer one that is there in part.</summary>
    public bool IsBetterMessage(double share, double weight)
    {
        var isWhole = share >= FewestShare && weight >= FewestWeight;
        return isWhole == IsMessage ? share * weight > MessageShare * MessageWeight : isWhole;
    }

    public void Add(CodeHit hit, bool isIdentifying, double weight)
    {
        Evidence.Add(new Evidence(hit.Field, new TextSpan(hit.Token.Start, hit.Token.Length), isIdentifying ? SignalTier.Code : SignalTier.Identifier));
        if (!_keys.Add(hit.Token.Key))
        {
            return;
        }

        // What is named first is what the report is about, as far as nothing else decides.
        var strength = weight * (hit.Context == NumberContext.Code ? 1 : 0.8) / (1 + (hit.Token.Start / 100_000.0));
        _ = isIdentifying ? Code += strength : Names += strength;
    }

    public void ClearCodes()
    {
        Code = 0;
        Names = 0;
        Evidence.Clear();
    }
}
