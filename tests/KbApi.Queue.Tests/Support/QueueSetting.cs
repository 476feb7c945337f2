using System.Globalization;

namespace KbApi.Queue.Tests.Support;

/// <summary>A queue and a store.</summary>
/// <param name="Url">The brokers.</param>
/// <param name="Name">The stream.</param>
/// <param name="Store">The database.</param>
internal sealed record QueueSetting(string Url, string Name, string Store)
{
    /// <summary>How much may wait: the broker reserves that much for each queue.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>As arguments of a server or worker.</summary>
    public string[] Arguments => ["--Kb:Queue:Url", Url, "--Kb:Queue:MaxBytes", MaxBytes.ToString(CultureInfo.InvariantCulture), "--Kb:Queue:Name", Name, "--Kb:Store", Store];
}
