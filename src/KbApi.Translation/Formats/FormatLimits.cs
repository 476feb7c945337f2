namespace KbApi.Translation.Formats;

/// <summary>How much of a file is read at most.</summary>
internal static class FormatLimits
{
    /// <summary>The largest file, in bytes; of a packed one, unpacked.</summary>
    public const long MaxBytes = 256 * 1024 * 1024;

    /// <summary>The most units.</summary>
    public const int MaxUnits = 1_000_000;

    /// <summary>The longest text of a unit.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>How deep elements stand in each other.</summary>
    public const int MaxDepth = 100;
}
