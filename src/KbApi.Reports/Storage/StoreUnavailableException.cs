namespace KbApi.Reports.Storage;

/// <summary>The store can't be used now. Nothing that the call was to write was promised; the same call may succeed later.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="reason">The kind of trouble.</param>
    /// <param name="message">What the database says.</param>
    /// <param name="inner">What the database threw, or null.</param>
    public StoreUnavailableException(StoreTrouble reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>The kind of trouble.</summary>
    public StoreTrouble Reason { get; }

    /// <summary>After how long it is worth trying again.</summary>
    public TimeSpan RetryAfter => Reason switch
    {
        StoreTrouble.Busy => TimeSpan.FromSeconds(1),
        StoreTrouble.Away => TimeSpan.FromSeconds(5),
        _ => TimeSpan.FromMinutes(1),
    };
}

/// <summary>Why a store can't be used.</summary>
public enum StoreTrouble
{
    /// <summary>The database can't be reached, or is starting or stopping.</summary>
    Away,

    /// <summary>More is asked of it than it can do.</summary>
    Busy,

    /// <summary>There is no room.</summary>
    Full,

    /// <summary>The file is damaged, of another program, or of a newer version of this one; or it may not be opened.</summary>
    Unusable,
}
