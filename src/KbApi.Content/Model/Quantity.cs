using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>An amount with its unit.</summary>
/// <param name="Value">The amount.</param>
/// <param name="Unit">A UCUM code (<c>s</c>, <c>min</c>, <c>h</c>, <c>d</c> …), <c>characters</c> or <c>times</c>.</param>
public readonly record struct Quantity(decimal Value, string Unit);

/// <summary>What a constraint limits or asks for.</summary>
public enum ConstraintKind
{
    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>The time between one occurrence and the next.</summary>
    Interval,

    /// <summary>A number of occurrences, in a length of time where <see cref="Constraint.Per"/> is given.</summary>
    Rate,

    /// <summary>A number of characters.</summary>
    Length,

    /// <summary>An amount of data.</summary>
    Size,

    /// <summary>A network port, or a range of them.</summary>
    Port,
}

/// <summary>How a constraint's value bounds what it is about.</summary>
public enum ConstraintBound
{
    /// <summary>This value.</summary>
    Exact,

    /// <summary>This value or less.</summary>
    AtMost,

    /// <summary>This value or more.</summary>
    AtLeast,
}

/// <summary>A quantity that a document states and that a reader has to keep to.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Quantity">The amount; for a port its number, with the protocol (<c>tcp</c>, <c>udp</c> or <c>port</c>) as unit.</param>
/// <param name="Bound">How it bounds.</param>
/// <param name="Text">The words of the document.</param>
/// <param name="Span">Where they stand.</param>
public sealed record Constraint(ConstraintKind Kind, Quantity Quantity, ConstraintBound Bound, string Text, TextSpan Span)
{
    /// <summary>The length of time that a rate counts in, or null.</summary>
    public Quantity? Per { get; init; }

    /// <summary>The last port of a range, or null.</summary>
    public decimal? To { get; init; }
}
