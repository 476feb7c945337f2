using System.Diagnostics;

namespace KbApi.Server.Telemetry;

/// <summary>Where the server's own spans come from. Spans are made only while traces are exported, and hold no text of a request.</summary>
internal static class KbTracing
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "KbApi";

    public static ActivitySource Source { get; } = new(SourceName);
}
