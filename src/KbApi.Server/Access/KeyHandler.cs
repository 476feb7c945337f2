using System.Security.Claims;
using System.Text.Encodings.Web;
using KbApi.Server.Access.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Access;

/// <summary>Tells who calls by the key that is shown.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Of(Request) is not { } token)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (keys.Find(token) is not { } key)
        {
            return Task.FromResult(AuthenticateResult.Fail("The key opens nothing."));
        }

        var identity = new ClaimsIdentity([new Claim(Caller.KeyClaim, key.Id), .. key.Scopes.Select(s => new Claim(Caller.ScopeClaim, s))], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }
}
