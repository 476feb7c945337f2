using System.Text.Json.Nodes;
using KbApi.Server.Http;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>The parameters that operations have in common.</summary>
internal static class CommonParameters
{
    public static IEnumerable<IOpenApiParameter> OfReading() =>
        [Locale(), Fallback(), Detail(), MaxTokens(), AcceptLanguage(), Header("If-None-Match", "The `ETag` of the answer that the client has.")];

    public static IEnumerable<IOpenApiParameter> OfAsking(string? operation) => operation switch
    {
        "deleteReport" or "deleteReports" or "addFeedback" => [Locale(), AcceptLanguage()],
        "createReport" =>
        [
            Locale(), Detail(), MaxTokens(), AcceptLanguage(),
            Header("Idempotency-Key", "A key of the client's choice, such as a UUID, 1 to 255 printable ASCII characters. The same key with the same body is the same report."),
        ],
        "listGaps" or "listTrends" => [Locale(), Detail(), MaxTokens(), AcceptLanguage(), Header("If-None-Match", "The `ETag` of the answer that the client has.")],
        _ => [Locale(), Detail(), MaxTokens(), AcceptLanguage()],
    };

    public static IEnumerable<IOpenApiParameter> OfPages()
    {
        var limit = Query("limit", "How many items a page has.");
        limit.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = "1",
            Maximum = "100",
            Default = JsonValue.Create(Paging.DefaultLimit),
        };
        yield return limit;
        yield return Query("cursor", "Where the page begins: `nextCursor` of the page before.");
    }

    private static OpenApiParameter Locale() =>
        Query("locale", "The locale of the answer (BCP 47). Wins over `Accept-Language`; falls back by language, then to the default locale.");

    private static OpenApiParameter Fallback() =>
        OneOf("fallback", "What may stand in where there is no text in the locale: a whole `entry` of another locale, single `field`s, or `none`.", "entry", "field", "none");

    private static OpenApiParameter Detail()
    {
        var detail = OneOf("detail", "How much the answer says: `brief` is what it is and what to do, `full` also what it refers to.", "brief", "standard", "full");
        ((OpenApiSchema)detail.Schema!).Default = JsonValue.Create("standard");
        return detail;
    }

    private static OpenApiParameter MaxTokens() => new()
    {
        Name = "maxTokens",
        In = ParameterLocation.Query,
        Description = "How many tokens the body may have; one token is counted for every three bytes of UTF-8. What is left out is the least important, "
            + "texts end with a sentence, and `truncated` and the header `Kb-Truncated` say so.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "64", Maximum = "1000000" },
    };

    private static OpenApiParameter AcceptLanguage() => Header("Accept-Language", "The languages of the reader, where `locale` is not given.");

    private static OpenApiParameter OneOf(string name, string description, params string[] words)
    {
        var parameter = Query(name, description);
        var schema = (OpenApiSchema)parameter.Schema!;
        schema.Enum = [.. words.Select(w => JsonValue.Create(w))];
        schema.Default = JsonValue.Create(words[0]);
        return parameter;
    }

    private static OpenApiParameter Query(string name, string description) => Parameter(ParameterLocation.Query, name, description);

    private static OpenApiParameter Header(string name, string description) => Parameter(ParameterLocation.Header, name, description);

    private static OpenApiParameter Parameter(ParameterLocation location, string name, string description) => new()
    {
        Name = name,
        In = location,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
