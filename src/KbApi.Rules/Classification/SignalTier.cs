namespace KbApi.Rules.Classification;

/// <summary>The kinds of evidence, weakest first. A weaker kind never outvotes a stronger one.</summary>
public enum SignalTier
{
    /// <summary>The words of the report are those of the symptom.</summary>
    Symptom,

    /// <summary>A name of the entry stands in the report.</summary>
    Identifier,

    /// <summary>A documented message stands in the report.</summary>
    Message,

    /// <summary>A documented code stands in the report, where a code would stand.</summary>
    Code,
}
