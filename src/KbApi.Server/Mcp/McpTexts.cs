using System.Globalization;
using System.Resources;
using KbApi.Server.Http;

namespace KbApi.Server.Mcp;

/// <summary>What people read of the protocol's answers, in their language.</summary>
internal static class McpTexts
{
    private const int MaxValueLength = 100;

    private static readonly ResourceManager Texts = new("KbApi.Server.Mcp.Texts", typeof(McpTexts).Assembly);

    public static string Get(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new MissingManifestResourceException($"No text is named '{name}'; add it to Mcp/Texts.resx.");

    public static string Format(string name, CultureInfo culture, params object[] values) => string.Format(culture, Get(name, culture), values);

    /// <summary>A value of a client's as a message may repeat it.</summary>
    public static string Shorten(string value) => Beginning.Of(value, MaxValueLength, "...");
}
