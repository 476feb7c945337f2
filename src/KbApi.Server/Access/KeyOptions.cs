namespace KbApi.Server.Access;

/// <summary>Which keys are accepted. Read from the section <c>Kb:Keys</c> of the configuration.</summary>
public sealed class KeyOptions
{
    /// <summary>The file that <c>kb keys</c> writes; null where no keys are used.</summary>
    public string? File { get; set; }
}
