namespace KbApi.Rules.Classification.Signals;

/// <summary>What a character is in a word.</summary>
internal enum CharKind : byte
{
    /// <summary>No part of a word.</summary>
    Other,

    /// <summary>A small letter.</summary>
    Small,

    /// <summary>A capital letter.</summary>
    Capital,

    /// <summary>A digit.</summary>
    Digit,
}

/// <summary>The kinds of the characters that texts are made of most, in a table: reading is what takes the time of a report.</summary>
internal static class CharKinds
{
    /// <summary>Only characters below this are in the table: those of ASCII.</summary>
    public const int Count = 128;

    private static ReadOnlySpan<byte> Kinds =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0,
        0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    ];

    public static CharKind Of(char c) => (CharKind)Kinds[c & (Count - 1)];
}
