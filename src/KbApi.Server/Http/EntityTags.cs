using System.Reflection;

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
        var hash = new StableHash();
        hash.AddLine(ProgramVersion);
        hash.AddLine(http.Scheme);
        hash.AddLine(http.Host.Value);
        hash.AddLine(http.PathBase.Value);
        hash.AddLine(http.Path.Value);
        hash.AddLine(http.QueryString.Value);
        hash.AddLine(request.Locale.Requested.Value);
        hash.AddLine(request.MediaType);
        return $"\"{snapshotId}.{hash.Value:x16}\"";
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
