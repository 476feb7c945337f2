using System.Globalization;
using KbApi.Content.Model;
using Microsoft.Net.Http.Headers;

namespace KbApi.Server.Problems;

/// <summary>The language that a caller wants problems in. Works without a snapshot, and for requests that are wrong themselves.</summary>
internal static class ProblemCulture
{
    private const int MaxHeaderLength = 1000;

    public static CultureInfo Of(HttpContext context)
    {
        if (LocaleTag.TryParse(context.Request.Query["locale"], out var locale))
        {
            return locale.ToCulture();
        }

        return OfHeader(context.Request.Headers.AcceptLanguage);
    }

    /// <summary>The language that a header <c>Accept-Language</c> asks for; English where it asks for none that there are words in.</summary>
    public static CultureInfo OfHeader(string? header)
    {
        if (header is { Length: > 0 and < MaxHeaderLength } && StringWithQualityHeaderValue.TryParseList([header], out var values))
        {
            foreach (var value in values.OrderByDescending(v => v.Quality ?? 1))
            {
                if (value.Value.StartsWith("sv", StringComparison.OrdinalIgnoreCase) || value.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                {
                    return CultureInfo.GetCultureInfo(value.Value.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? "sv-SE" : "en-US");
                }
            }
        }

        return CultureInfo.GetCultureInfo("en-US");
    }
}
