using Microsoft.AspNetCore.Cors.Infrastructure;

namespace KbApi.Server.Http;

/// <summary>Pages of any site may read.</summary>
internal static class Cors
{
    private static readonly string[] Exposed =
        ["ETag", "Link", "Kb-Snapshot", AnswerBody.TruncatedHeader, "Content-Language", "Content-Location", "Retry-After", "Allow"];

    private static readonly string ExposedHeader = string.Join(',', Exposed);

    public static void Configure(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Options).AllowAnyHeader().WithExposedHeaders(Exposed);

    /// <summary>The same as the policy does, for answers that don't pass it.</summary>
    public static void AllowReading(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = ExposedHeader;
    }
}
