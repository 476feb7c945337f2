namespace KbApi.Server.Queue;

/// <summary>The queue that reports wait in. Read from the section <c>Kb:Queue</c> of the configuration.</summary>
public sealed class QueueOptions
{
    /// <summary>The most copies that the broker keeps of anything.</summary>
    private const int MaxReplicas = 5;

    private const int ReplicasOfCluster = 3;
    private const int MaxNameLength = 64;

    /// <summary>The brokers, for example <c>nats://a:4222,nats://b:4222</c>, with <c>tls://</c> and <c>user:password@</c> where needed; by default what KB_QUEUE names. Empty for no queue.</summary>
    public string Url { get; set; } = "";

    /// <summary>The name of the stream; that of letters nobody could read has <c>_DEAD</c> behind it. Letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string Name { get; set; } = "KB_REPORTS";

    /// <summary>How many brokers keep each report; 0 for three where three are named, else one.</summary>
    public int Replicas { get; set; }

    /// <summary>How many bytes may wait; what comes then is refused with 503.</summary>
    public long MaxBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How many reports may wait; 0 for any number that <see cref="MaxBytes"/> allows.</summary>
    public long MaxReports { get; set; }

    /// <summary>How long a worker may have a report in hand; one that it says nothing of for so long is given to another.</summary>
    public TimeSpan AckWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The file with the credentials (JWT and seed) of an account, or empty.</summary>
    public string CredentialsFile { get; set; } = "";

    /// <summary>The file with the certificates of authorities to trust, or empty for those of the system.</summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>The file with the client's certificate, or empty for none.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The file with the key of <see cref="CertificateFile"/>.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>Whether there is one.</summary>
    internal bool IsOn => Url.Length > 0;

    /// <summary>How many brokers keep each report.</summary>
    internal int EffectiveReplicas => Replicas > 0 ? Replicas : Servers.Length >= ReplicasOfCluster ? ReplicasOfCluster : 1;

    /// <summary>The brokers without passwords, for logs.</summary>
    internal string Shown => string.Join(", ", Servers.Select(s => Uri.TryCreate(s, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}" : "?"));

    internal string[] Servers => Url.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with them, or null.</summary>
    internal string? Complaint =>
        !Array.TrueForAll(Servers, IsAddress) ? "Kb:Queue:Url (KB_QUEUE) has an address that is none; write nats://HOST:4222, several with commas."
        : Replicas is < 0 or > MaxReplicas || Replicas % 2 == 0 && Replicas != 0 ? "Kb:Queue:Replicas is 1, 3 or 5; 0 for three where three brokers are named."
        : MaxBytes < 1024 * 1024 ? "Kb:Queue:MaxBytes is too small; give at least 1048576."
        : MaxReports < 0 ? "Kb:Queue:MaxReports is a number of reports, or 0 for any."
        : AckWait < TimeSpan.FromSeconds(2) || AckWait > TimeSpan.FromHours(1) ? "Kb:Queue:AckWait is out of range; give 00:00:02 to 01:00:00."
        : Name.Length is 0 or > MaxNameLength || !Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? "Kb:Queue:Name has letters of ASCII, digits, '-' and '_', 64 at most."
        : CertificateFile.Length > 0 != KeyFile.Length > 0 ? "Kb:Queue:CertificateFile and Kb:Queue:KeyFile go together."
        : Files.FirstOrDefault(f => f.Length > 0 && !File.Exists(f)) is { } missing ? $"Kb:Queue names the file '{missing}', which does not exist."
        : null;

    private string[] Files => [CredentialsFile, AuthorityFile, CertificateFile, KeyFile];

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "nats" or "tls" or "ws" or "wss" && uri.Host.Length > 0;
}
