using KbApi.Server.Access;
using KbApi.Server.Access.Keys;

namespace KbApi.Server.RateLimiting;

/// <summary>Who makes a request, as limits see it: a key that opens something, else an address. Whoever tries keys that open nothing stays an address.</summary>
/// <param name="KeyId">The id of the key, or null.</param>
/// <param name="Address">The address, where there is no key.</param>
internal readonly record struct LimitedClient(string? KeyId, ClientAddress Address)
{
    public static LimitedClient Of(HttpContext context, KeyRing keys) =>
        BearerToken.Of(context.Request) is { } token && keys.Find(token) is { } key
            ? new LimitedClient(key.Id, default)
            : new LimitedClient(null, ClientAddress.Of(context.Connection.RemoteIpAddress));
}
