namespace KbApi.Rules.Classification.Signals;

/// <summary>The form of a word that may be a code.</summary>
internal enum CodeForm
{
    /// <summary>Digits alone.</summary>
    Number,

    /// <summary>Hexadecimal digits that say that they are, or eight that begin like a failure.</summary>
    Hex,

    /// <summary>Letters and a number: <c>LNK2019</c>, <c>ORA-01017</c>.</summary>
    Prefixed,

    /// <summary>Numbers with dots or hyphens between: <c>5.7.57</c>, <c>30015-25</c>.</summary>
    Compound,

    /// <summary>A name in mixed case, or in capitals with underscores.</summary>
    Name,
}

/// <summary>A word of a text that may be a code.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Key">What all its spellings have in common.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is as written.</param>
internal readonly record struct CodeToken(CodeForm Form, string Key, int Start, int Length)
{
    public int End => Start + Length;
}
