namespace KbApi.Server.RateLimiting;

/// <summary>How many requests an address may make. Read from the section <c>Kb:RateLimit</c> of the configuration.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The most that is accepted of either number.</summary>
    internal const int Max = 1_000_000;

    /// <summary>How many requests an address may make each second in the long run; 0 for any number.</summary>
    public int RequestsPerSecond { get; set; }

    /// <summary>How many requests an address that has been quiet may make at once; 0 for ten times <see cref="RequestsPerSecond"/>.</summary>
    public int Burst { get; set; }

    /// <summary>
    /// The header in which a proxy in front of the server names the address that asks, for example <c>X-Forwarded-For</c>; its last value counts, since
    /// that is the proxy's own. Empty to take the address of the connection. Anybody can send the header where no proxy sets it.
    /// </summary>
    public string AddressHeader { get; set; } = "";

    /// <summary>How many requests may come at once.</summary>
    internal int EffectiveBurst => Burst > 0 ? Burst : (int)Math.Min(10L * RequestsPerSecond, Max);

    /// <summary>Whether the numbers can be used.</summary>
    internal bool IsValid => RequestsPerSecond is >= 0 and <= Max && Burst is >= 0 and <= Max;
}
