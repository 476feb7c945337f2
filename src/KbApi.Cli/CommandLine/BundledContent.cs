namespace KbApi.Cli.CommandLine;

/// <summary>The content that commands use when none is named.</summary>
internal static class BundledContent
{
    private const string Folder = "content";

    /// <summary>The folder that KB_CONTENT names, else <c>content</c> in the current folder, else the one that came with the tool.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("KB_CONTENT") is { Length: > 0 } named)
        {
            return named;
        }

        return Directory.Exists(Folder) ? Folder : Path.Combine(AppContext.BaseDirectory, Folder);
    }
}
