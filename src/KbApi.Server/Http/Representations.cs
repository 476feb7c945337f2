using System.Collections.Immutable;

namespace KbApi.Server.Http;

/// <summary>The media types that answers can have.</summary>
internal static class Representations
{
    public const string Json = "application/json";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string PlainText = "text/plain";

    /// <summary>XML as programs exchange it.</summary>
    public const string Xml = "application/xml";

    /// <summary>Another name for XML.</summary>
    public const string TextXml = "text/xml";

    /// <summary>JSON Lines: one JSON object a line.</summary>
    public const string JsonLines = "application/jsonl";

    /// <summary>Another name for JSON Lines.</summary>
    public const string NdJson = "application/x-ndjson";

    /// <summary>Findings as tools exchange them: SARIF 2.1.0.</summary>
    public const string Sarif = "application/sarif+json";

    /// <summary>Of findings about something that was sent.</summary>
    public static ImmutableArray<string> Findings { get; } = [Json, Sarif];

    /// <summary>Of data.</summary>
    public static ImmutableArray<string> Data { get; } = [Json];

    /// <summary>Of many answers, one a line.</summary>
    public static ImmutableArray<string> Lines { get; } = [JsonLines, NdJson];

    /// <summary>Of what people read.</summary>
    public static ImmutableArray<string> Prose { get; } = [Json, Markdown, Html, PlainText];
}
