namespace KbApi.Server.Http;

/// <summary>A value of the path as the caller meant it.</summary>
internal static class PathValue
{
    /// <summary>Ids have slashes. Generated clients escape them, and routing leaves an escaped slash as it is.</summary>
    public static string Of(string value) => value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
