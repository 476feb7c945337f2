using System.Text.Json;
using System.Text.Json.Nodes;

namespace KbApi.Server.Site.Rendering;

/// <summary>Mark-up that is safe to send: made of literals of this program, and of values that were encoded where they stand.</summary>
/// <remarks>There is no way from a text to mark-up but through <see cref="Of(HtmlWriter)"/>, the sanitizer, or the encoder of JSON.</remarks>
internal readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    public bool IsEmpty => string.IsNullOrEmpty(_markup);

    /// <summary>Mark-up with values in it. Values are encoded; one that can't be made safe by that where it stands is an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="markup">An interpolated string.</param>
    public static Html Of(HtmlWriter markup) => new(markup.Finish());

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p._markup)));

    /// <summary>Mark-up of each item, one after the other.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> markup) => Join(items.Select(markup));

    /// <summary>Mark-up where something is so, else nothing.</summary>
    public static Html When(bool condition, Func<Html> markup) => condition ? markup() : None;

    /// <summary>What the sanitizer let pass.</summary>
    /// <param name="fragment">What <see cref="Documents.HtmlFragment"/> made.</param>
    public static Html OfSanitized(string fragment) => new(fragment);

    /// <summary>Linked data for machines. A data block is never run; the encoder leaves no character in it that could end it.</summary>
    public static Html OfLinkedData(JsonNode data) => new("<script type=\"application/ld+json\">" + data.ToJsonString(JsonSerializerOptions.Web) + "</script>");

    public override string ToString() => _markup ?? "";
}
