namespace KbApi.Server.Access;

/// <summary>What a key or token may be used for.</summary>
public static class Scopes
{
    /// <summary>Read the content; asked for where reads are closed.</summary>
    public const string ContentRead = "content:read";

    /// <summary>Send reports, and feedback on them.</summary>
    public const string ReportsWrite = "reports:write";

    /// <summary>Read reports.</summary>
    public const string ReportsRead = "reports:read";

    /// <summary>Delete reports.</summary>
    public const string ReportsDelete = "reports:delete";

    /// <summary>Read what reports and readers' questions tell of the content.</summary>
    public const string InsightsRead = "insights:read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ContentRead, ReportsWrite, ReportsRead, ReportsDelete, InsightsRead];
}
