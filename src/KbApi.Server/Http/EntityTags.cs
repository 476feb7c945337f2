using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Server.Http;

/// <summary>Strong entity tags: equal for equal bytes. An answer depends on the snapshot, the request and this program, and on nothing else.</summary>
internal static class EntityTags
{
    private const string Any = "*";

    private static readonly string ProgramVersion =
        typeof(EntityTags).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static string Of(string snapshotId, ApiRequest request)
    {
        var http = request.Context.Request;
        var representation = string.Join(
            '\n', ProgramVersion, http.Scheme, http.Host, http.PathBase, http.Path, http.QueryString, request.Locale.Requested, request.Locale.Fallback, request.MediaType);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(representation));
        return $"\"{snapshotId}.{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\"";
    }

    /// <summary>Whether the client has this representation already. Tags are compared as RFC 9110 asks of If-None-Match: weakly.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The tag of the representation.</param>
    /// <param name="exists">Whether it is known that there is one, which is all that <c>*</c> asks for.</param>
    public static bool Matches(HttpRequest request, string tag, bool exists)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0)
        {
            return false;
        }

        if (header.Count == 1 && header[0] is { } single && (single == tag || single == Any))
        {
            return single != Any || exists;
        }

        foreach (var value in request.GetTypedHeaders().IfNoneMatch)
        {
            if (value.Tag == tag)
            {
                return true;
            }
        }

        return false;
    }
}
