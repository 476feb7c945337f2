using Microsoft.Net.Http.Headers;

namespace KbApi.Server.Http;

/// <summary>Chooses the representation that a client accepts.</summary>
internal static class MediaTypes
{
    /// <summary>The best of the offered types for the request's Accept header, or null where it accepts none of them.</summary>
    public static string? Choose(HttpRequest request, params ReadOnlySpan<string> offered)
    {
        // What most clients send is one of the types as it stands.
        var header = request.Headers.Accept;
        if (header is [{ } single] && offered.IndexOf(single) is var known and >= 0)
        {
            return offered[known];
        }

        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return offered[0];
        }

        string? best = null;
        var bestQuality = 0d;
        foreach (var type in offered)
        {
            var quality = QualityOf(MediaTypeHeaderValue.Parse(type), accepted);
            if (quality > bestQuality)
            {
                best = type;
                bestQuality = quality;
            }
        }

        return best;
    }

    /// <summary>The quality that the most specific matching range gives a type (RFC 9110, section 12.5.1).</summary>
    private static double QualityOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> ranges)
    {
        var quality = 0d;
        var specificity = -1;
        foreach (var range in ranges)
        {
            if (!range.MatchesMediaType(type.MediaType))
            {
                continue;
            }

            var rank = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
            if (rank > specificity)
            {
                specificity = rank;
                quality = range.Quality ?? 1;
            }
        }

        return quality;
    }
}
