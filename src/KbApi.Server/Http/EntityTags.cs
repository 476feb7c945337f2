using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Server.Http;

/// <summary>Strong entity tags: equal for equal bytes. An answer depends on the snapshot, the request and this program, and on nothing else.</summary>
internal static class EntityTags
{
    private static readonly string ProgramVersion =
        typeof(EntityTags).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static string Of(string snapshotId, HttpRequest request, RequestLocale locale)
    {
        var representation = string.Join('\n', ProgramVersion, request.Host, request.PathBase, request.Path, request.QueryString, locale.Requested, locale.Fallback);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(representation));
        return $"\"{snapshotId}.{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\"";
    }

    /// <summary>Whether the client has this representation already. Tags are compared as RFC 9110 asks of If-None-Match: weakly.</summary>
    public static bool Matches(HttpRequest request, string tag)
    {
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
