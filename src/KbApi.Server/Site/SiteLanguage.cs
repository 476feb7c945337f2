using KbApi.Server.Problems;

namespace KbApi.Server.Site;

/// <summary>The language of a reader who is answered without content.</summary>
internal static class SiteLanguage
{
    public static string Of(HttpContext context) => ProblemCulture.Of(context).TwoLetterISOLanguageName;

    /// <summary>The language that the browser asks for, whatever the address names.</summary>
    public static string OfBrowser(HttpContext context) => ProblemCulture.OfHeader(context.Request.Headers.AcceptLanguage).TwoLetterISOLanguageName;
}
