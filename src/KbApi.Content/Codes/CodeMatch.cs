namespace KbApi.Content.Codes;

/// <summary>A code found in a text.</summary>
/// <param name="Code">The code.</param>
/// <param name="Start">Where it begins, as an offset in UTF-16 code units.</param>
/// <param name="Length">How long it is as written.</param>
public readonly record struct CodeMatch(ErrorCode Code, int Start, int Length)
{
    /// <summary>The offset behind it.</summary>
    public int End => Start + Length;
}
