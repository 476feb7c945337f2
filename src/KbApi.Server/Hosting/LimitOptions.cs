using System.Globalization;

namespace KbApi.Server.Hosting;

/// <summary>How much one request, and all together, may take. Read from the section <c>Kb:Limits</c> of the configuration.</summary>
public sealed class LimitOptions
{
    /// <summary>How long an answer may take to be made.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same where bodies are read as streams: batches of reports, and logs.</summary>
    public TimeSpan StreamTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many connections are open at once; others are closed.</summary>
    public int Connections { get; set; } = 10_000;

    /// <summary>How many connections a configuration allows. The web server asks before options are checked: what is no number is named then.</summary>
    internal static int ConnectionsOf(IConfiguration configuration) =>
        int.TryParse(configuration["Kb:Limits:Connections"], NumberStyles.None, CultureInfo.InvariantCulture, out var connections) && connections > 0 ? connections : new LimitOptions().Connections;

    /// <summary>Whether the numbers can be used.</summary>
    internal bool IsValid => Timeout >= TimeSpan.FromMilliseconds(100) && StreamTimeout >= Timeout && StreamTimeout <= TimeSpan.FromHours(1) && Connections is > 0 and <= 1_000_000;
}
