using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Drift;

/// <summary>What differs between a text and its original.</summary>
public enum DriftReasonKind
{
    /// <summary>A code is another, is missing, or is one too many.</summary>
    Code,

    /// <summary>A code contradicts the number in its own row, in the original too.</summary>
    Contradiction,

    /// <summary>A number is another, is missing, or is one too many.</summary>
    Number,

    /// <summary>A range of numbers lost its dash.</summary>
    Range,

    /// <summary>The original negates what this text asserts.</summary>
    NegationLost,

    /// <summary>This text negates what the original asserts.</summary>
    NegationAdded,

    /// <summary>What a machine writes was translated, or is another.</summary>
    Literal,

    /// <summary>A name that only machines read was translated, or is another.</summary>
    Identifier,

    /// <summary>What stands for a value that differs was translated, or is missing.</summary>
    Placeholder,

    /// <summary>A link leads elsewhere.</summary>
    Link,

    /// <summary>The original has a step, measure or question that this text does not have.</summary>
    ItemAdded,

    /// <summary>This text has a step, measure or question that the original does not have.</summary>
    ItemRemoved,

    /// <summary>The same steps, measures or questions come in another order.</summary>
    Order,

    /// <summary>How bad it is said to be differs.</summary>
    Severity,

    /// <summary>The words differ, in one language or since the revision that was translated.</summary>
    Wording,

    /// <summary>The translation was made from another revision.</summary>
    Revision,
}

/// <summary>One difference between a text and its original.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Expected">What the original has, or for a contradiction what the row asks for; empty where there is nothing.</param>
/// <param name="Found">What this text has; empty where it has nothing.</param>
/// <param name="Original">Where it stands in the original, or null.</param>
/// <param name="Here">Where it stands in this text, or null.</param>
public sealed record DriftReason(DriftReasonKind Kind, string Expected, string Found, Location? Original, Location? Here);
