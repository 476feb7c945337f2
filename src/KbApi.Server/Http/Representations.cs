using System.Collections.Immutable;

namespace KbApi.Server.Http;

/// <summary>The media types that answers can have.</summary>
internal static class Representations
{
    public const string Json = "application/json";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string PlainText = "text/plain";

    /// <summary>Of data.</summary>
    public static ImmutableArray<string> Data { get; } = [Json];

    /// <summary>Of what people read.</summary>
    public static ImmutableArray<string> Prose { get; } = [Json, Markdown, Html, PlainText];
}
