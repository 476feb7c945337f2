using KbApi.Reports.Intake;
using KbApi.Reports.Storage;

namespace KbApi.Server.Reports;

/// <summary>How reports are kept: the setting <c>Kb:Store</c>, and those below it.</summary>
internal sealed record ReportOptions
{
    private const string Section = "Kb:Store";
    private const string Variable = "KB_STORE";
    private const string DefaultRetention = "90.00:00:00";

    /// <summary>Where.</summary>
    public required StoreLocation Location { get; init; }

    /// <summary>Whether somebody has named the place.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>How long; null for ever.</summary>
    public required TimeSpan? Retention { get; init; }

    /// <summary>How large a file may become, in bytes; null for as large as there is room.</summary>
    public required long? MaxBytes { get; init; }

    /// <summary>What hashes are keyed with; null for the store's own secret.</summary>
    public required byte[]? Secret { get; init; }

    /// <summary>Whether reports are kept at all.</summary>
    public bool IsOn => Location.Engine != StoreEngine.Off;

    /// <summary>Whether there is something to look into: a file that nobody has named is made for a report, and not for what is counted or read.</summary>
    public bool IsThere => IsOn && (IsNamed || File.Exists(Location.Address));

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">A setting can't be used; the message names it.</exception>
    public static ReportOptions Read(IConfiguration configuration)
    {
        var setting = configuration[Section] is { Length: > 0 } named ? named : configuration[Variable];
        return new ReportOptions
        {
            Location = LocationOf(setting),
            IsNamed = !string.IsNullOrWhiteSpace(setting),
            Retention = RetentionOf(configuration[Section + ":Retention"]),
            MaxBytes = MaxBytesOf(configuration[Section + ":MaxBytes"]),
            Secret = SecretOf(configuration[Section + ":Secret"]),
        };
    }

    private static StoreLocation LocationOf(string? setting)
    {
        try
        {
            return ReportStores.Locate(setting);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{Section}: {e.Message}", e);
        }
    }

    private static TimeSpan? RetentionOf(string? setting) =>
        !TimeSpan.TryParse(string.IsNullOrWhiteSpace(setting) ? DefaultRetention : setting, System.Globalization.CultureInfo.InvariantCulture, out var retention) || retention < TimeSpan.Zero
            ? throw new FormatException($"{Section}:Retention is no time; write days as '90', or '0' to keep reports for ever.")
            : retention == TimeSpan.Zero ? null : retention;

    private static long? MaxBytesOf(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? null
        : long.TryParse(setting, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes
        : throw new FormatException($"{Section}:MaxBytes is no number of bytes above 0.");

    private static byte[]? SecretOf(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        var secret = System.Text.Encoding.UTF8.GetBytes(setting);
        return secret.Length >= Pseudonymizer.MinSecretLength ? secret : throw new FormatException($"{Section}:Secret is too short; give at least {Pseudonymizer.MinSecretLength} characters.");
    }
}
