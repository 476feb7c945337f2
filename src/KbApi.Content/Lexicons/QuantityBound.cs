namespace KbApi.Content.Lexicons;

/// <summary>What a phrase before a number says about it.</summary>
public enum QuantityBound
{
    /// <summary>That number or less.</summary>
    AtMost,

    /// <summary>That number or more.</summary>
    AtLeast,

    /// <summary>It is the time between one occurrence and the next.</summary>
    Every,
}
