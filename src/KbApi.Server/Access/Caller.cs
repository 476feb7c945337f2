using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace KbApi.Server.Access;

/// <summary>Who calls, as far as keys and tokens tell.</summary>
internal static class Caller
{
    public const string KeyClaim = "kb-key";
    public const string ScopeClaim = "scope";

    private const string ShortScopeClaim = "scp";
    private const string SubjectClaim = "sub";
    private const string ClientClaim = "client_id";
    private const int MaxSubject = 64;

    /// <summary>Whether a caller may do what a scope is for.</summary>
    public static bool Has(ClaimsPrincipal caller, string scope) =>
        caller.Claims.Any(c => c.Type is ScopeClaim or ShortScopeClaim && c.Value.Split(' ').Contains(scope, StringComparer.Ordinal));

    /// <summary>
    /// The caller as the audit log names it: <c>key:ID</c>, <c>token:SUBJECT</c>, or null where nothing tells. A subject that is more than an opaque id, such
    /// as an address of e-mail, is replaced by the beginning of its hash.
    /// </summary>
    public static string? NameOf(ClaimsPrincipal caller) =>
        caller.FindFirst(KeyClaim) is { } key ? "key:" + key.Value
        : (caller.FindFirst(SubjectClaim) ?? caller.FindFirst(ClientClaim)) is { } subject ? "token:" + Opaque(subject.Value)
        : caller.Identity?.IsAuthenticated == true ? "token" : null;

    private static string Opaque(string subject) =>
        subject.Length <= MaxSubject && subject.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '|')
            ? subject
            : "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 8));
}
