namespace KbApi.Translation.Alignment;

/// <summary>How a translation fails to keep what its original says to machines.</summary>
public enum FaultKind
{
    /// <summary>Something protected is gone.</summary>
    Missing,

    /// <summary>Something protected is there that the original does not have.</summary>
    Added,

    /// <summary>Something protected is there more often than in the original.</summary>
    Duplicated,

    /// <summary>The ends of protected pairs are not nested.</summary>
    Crossed,

    /// <summary>A mark that the unit does not have.</summary>
    UnknownMark,

    /// <summary>A number is another one, or gone.</summary>
    Number,
}

/// <summary>One fault of a translation.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="What">What is missing, added or doubled, as the document writes it.</param>
public sealed record UnitFault(FaultKind Kind, string What);
