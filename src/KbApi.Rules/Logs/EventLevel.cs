namespace KbApi.Rules.Logs;

/// <summary>How bad the program that wrote an event thinks it is. Ordered: a higher value is worse.</summary>
public enum EventLevel
{
    /// <summary>For developers.</summary>
    Verbose,

    /// <summary>Nothing is wrong.</summary>
    Information,

    /// <summary>Something may become wrong.</summary>
    Warning,

    /// <summary>Something did not work.</summary>
    Error,

    /// <summary>The program can't go on.</summary>
    Critical,
}
