using KbApi.Server.Http;

namespace KbApi.Server.Site;

/// <summary>What browsers are told not to do with pages.</summary>
internal static class SiteSecurity
{
    /// <summary>Everything comes from this server, and nothing that stands in a page itself is run or styles it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ";

    /// <summary>The policy of pages that are made to be framed.</summary>
    public const string FramePolicy = Policy + "frame-ancestors *";

    /// <summary>The policy of Swagger UI, which styles its own elements and has its pictures in its styles.</summary>
    public const string SwaggerPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For pages of the site: no other site may frame them.</summary>
    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy + "frame-ancestors 'none'";
        Common(headers);
    }

    /// <summary>For pages that are made to be framed.</summary>
    public static void ProtectFrame(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = FramePolicy;
        headers[SecurityHeaders.ResourcePolicy] = "cross-origin";
        Common(headers);
    }

    private static void Common(IHeaderDictionary headers)
    {
        headers[SecurityHeaders.ReferrerPolicy] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
