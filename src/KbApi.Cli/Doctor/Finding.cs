namespace KbApi.Cli.Doctor;

/// <summary>How a check went.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, but somebody should look at it.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,
}

/// <summary>What a check found.</summary>
/// <param name="Check">The name of the check, for example <c>content</c>.</param>
/// <param name="State">How it went.</param>
/// <param name="Text">What was found, in words.</param>
/// <param name="Next">What to do about it, or null.</param>
internal sealed record Finding(string Check, CheckState State, string Text, string? Next = null);
