namespace KbApi.Rules.Redaction;

/// <summary>What was taken out of a text.</summary>
public enum RedactionKind
{
    /// <summary>A mail address or user principal name.</summary>
    Email,

    /// <summary>An IP address, of either version.</summary>
    IPAddress,

    /// <summary>A password.</summary>
    Password,

    /// <summary>A key, token or other secret.</summary>
    Secret,

    /// <summary>The name of a person or account.</summary>
    Name,

    /// <summary>The name of a computer.</summary>
    Machine,
}
