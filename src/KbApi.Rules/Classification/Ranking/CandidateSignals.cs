using KbApi.Content.Text;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Classification.Words;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>What speaks for one entry while the report is read.</summary>
internal sealed class CandidateSignals
{
    private const double FewestWeight = 1.5;

    private readonly List<(double Mass, Evidence Evidence)> _messages = [];
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);
    private double _mass;

    public double Code { get; private set; }

    public double Names { get; private set; }

    public double Mentions { get; set; }

    public double MessageShare { get; private set; }

    public double MessageWeight { get; private set; }

    public Evidence? Message { get; private set; }

    /// <summary>How much the entry's texts say that stand in the report nearly whole, one beside another.</summary>
    public double MessageMass
    {
        get
        {
            var mass = _mass;
            var taken = new List<Evidence>();
            if (Message is { } best)
            {
                taken.Add(best);
            }

            foreach (var (more, evidence) in _messages.OrderByDescending(m => m.Mass))
            {
                if (!taken.Exists(t => t.Field == evidence.Field && t.Span.Start < evidence.Span.End && evidence.Span.Start < t.Span.End))
                {
                    taken.Add(evidence);
                    mass += more;
                }
            }

            return mass;
        }
    }

    /// <summary>Whether the report says one of the entry's texts and nothing else.</summary>
    public bool IsWhole { get; private set; }

    public bool IsSymptom { get; set; }

    /// <summary>Whether all of the entry's texts were looked for, not only those that are there nearly whole.</summary>
    public bool HasAllMessages { get; set; }

    public List<Evidence> Evidence { get; } = [];

    /// <summary>The codes that speak for it.</summary>
    public string Keys => string.Join(' ', _keys);

    /// <summary>Whether a documented message stands in the report nearly whole, and says enough.</summary>
    public bool IsMessage => IsWhole || (MessageShare >= MessageIndex.FewestShare && MessageWeight >= FewestWeight);

    /// <summary>The strongest evidence, or null where nothing is strong enough.</summary>
    public SignalTier? Tier =>
        Code > 0 ? SignalTier.Code : IsMessage ? SignalTier.Message : Names > 0 ? SignalTier.Identifier : IsSymptom ? SignalTier.Symptom : null;

    public void AddMessage(MessageHit hit, Evidence evidence)
    {
        // A text that is there nearly whole goes before a longer one that is there in part.
        var isWhole = hit.Share >= MessageIndex.FewestShare && hit.Weight >= FewestWeight;
        if (isWhole)
        {
            _messages.Add((hit.Mass, evidence));
        }

        if (isWhole == IsMessage ? hit.Mass > _mass : isWhole)
        {
            (MessageShare, MessageWeight, _mass, Message) = (hit.Share, hit.Weight, hit.Mass, evidence);
        }
    }

    public void AddWhole(double weight, Evidence evidence) => (IsWhole, MessageShare, MessageWeight, _mass, Message) = (true, 1, weight, weight, evidence);

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
        _keys.Clear();
        Evidence.Clear();
    }

    /// <summary>Whether a code stands within the documented text that was found.</summary>
    public bool HasWithinMessage(ReportField field, CodeToken token) =>
        IsMessage && Message is { } message && message.Field == field && message.Span.Start <= token.Start && token.End <= message.Span.End;
}
