using KbApi.Content.Model;

namespace KbApi.Server.Mcp;

/// <summary>How the Model Context Protocol is answered.</summary>
internal sealed class McpSettings
{
    /// <summary>The locale of answers to calls that name none; null for the default locale of the content.</summary>
    public LocaleTag? Locale { get; set; }
}
