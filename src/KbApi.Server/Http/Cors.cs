using Microsoft.AspNetCore.Cors.Infrastructure;

namespace KbApi.Server.Http;

/// <summary>Pages of any site may read.</summary>
internal static class Cors
{
    private static readonly string[] Exposed =
        ["ETag", "Link", "Kb-Snapshot", AnswerBody.TruncatedHeader, "Content-Language", "Content-Location", "Retry-After", "Allow"];

    private static readonly string ExposedHeader = string.Join(',', Exposed);

    /// <summary>The policy of endpoints that are asked by POST and keep nothing.</summary>
    public const string Asking = "asking";

    /// <summary>The policy of the Model Context Protocol, whose clients read headers of its own.</summary>
    public const string Mcp = "mcp";

    public static void Configure(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Options).AllowAnyHeader().WithExposedHeaders(Exposed);

    public static void ConfigureAsking(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin().WithMethods(HttpMethods.Post, HttpMethods.Options).AllowAnyHeader().WithExposedHeaders(Exposed);

    public static void ConfigureMcp(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin().WithMethods(HttpMethods.Post, HttpMethods.Options).AllowAnyHeader().WithExposedHeaders("Mcp-Protocol-Version", "Retry-After", "Allow");

    /// <summary>The same as the policy does, for answers that don't pass it.</summary>
    public static void AllowReading(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = ExposedHeader;
    }
}
