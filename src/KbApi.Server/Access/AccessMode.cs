namespace KbApi.Server.Access;

/// <summary>Who may do something without a key or token.</summary>
internal static class AccessMode
{
    /// <summary>Anybody.</summary>
    public const string Open = "open";

    /// <summary>Programs on the same machine, as long as neither keys nor tokens are set up.</summary>
    public const string Local = "local";

    /// <summary>Nobody.</summary>
    public const string Closed = "closed";
}
