namespace KbApi.Search.Packs;

/// <summary>The names in a pack.</summary>
internal static class PackLayout
{
    /// <summary>The model.</summary>
    public const string Model = "model.kbm";

    /// <summary>Severities that people who write the content have set.</summary>
    public const string Settings = "settings.json";

    /// <summary>The folder of the search index.</summary>
    public const string Index = "index";

    /// <summary>The view of the model that a server serves: the content and the program's own articles.</summary>
    public const int ServedView = 0;

    /// <summary>The view of the content alone.</summary>
    public const int ContentView = 1;

    /// <summary>How a pack in one file ends.</summary>
    public const string FileExtension = ".kbpack";
}

/// <summary>Bounds of what is read.</summary>
internal static class PackLimits
{
    /// <summary>All files of a pack together: 64 GiB.</summary>
    public const long MostBytes = 64L * 1024 * 1024 * 1024;
}
