namespace KbApi.Server.Hosting;

/// <summary>
/// Settings whose values stand in files, as orchestrators hand secrets over: the value of <c>Kb:Store</c> is the content of the file that
/// <c>Kb:Store_FILE</c> names. A command line and the environment of a process can be read by others; a file has an owner.
/// </summary>
internal static class SecretFiles
{
    private const string Section = "Kb";
    private const string Suffix = "_FILE";
    private const int MaxBytes = 64 * 1024;

    /// <summary>The name of a setting, whether its value stands there or in a file.</summary>
    public static string NameOf(string setting) => setting.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? setting[..^Suffix.Length] : setting;

    /// <summary>Adds the values of such settings.</summary>
    /// <returns>What is wrong: which setting names a file that can't be read. Nothing of what files contain.</returns>
    public static IReadOnlyList<string> AddSecretFiles(this ConfigurationManager configuration)
    {
        var problems = new List<string>();
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (setting, path) in configuration.GetSection(Section).AsEnumerable())
        {
            if (!setting.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) || string.IsNullOrEmpty(path))
            {
                continue;
            }

            try
            {
                if (new FileInfo(path).Length > MaxBytes)
                {
                    problems.Add($"{setting} names a file that is larger than 64 KiB: {path}.");
                    continue;
                }

                values[NameOf(setting)] = File.ReadAllText(path).TrimEnd('\r', '\n');
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{setting} names a file that can't be read: {path}.");
            }
        }

        configuration.AddInMemoryCollection(values);
        return problems;
    }
}
