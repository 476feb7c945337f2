using KbApi.Server.Problems;

namespace KbApi.Server.Site;

/// <summary>The language of a reader who is answered without content.</summary>
internal static class SiteLanguage
{
    public static string Of(HttpContext context) => ProblemCulture.Of(context).TwoLetterISOLanguageName;
}
