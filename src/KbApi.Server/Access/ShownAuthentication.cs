using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Access;

/// <summary>Asks who calls only where something is shown that tells. Nearly all who read show nothing: they are nobody, and no scheme has to find that out.</summary>
internal sealed class ShownAuthentication(
    IAuthenticationSchemeProvider schemes, IAuthenticationHandlerProvider handlers, IClaimsTransformation transform, IOptions<AuthenticationOptions> options)
    : AuthenticationService(schemes, handlers, transform, options)
{
    private static readonly Task<AuthenticateResult> Nobody = Task.FromResult(AuthenticateResult.NoResult());

    public override Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Headers.Authorization.Count == 0 ? Nobody : base.AuthenticateAsync(context, scheme);
    }
}
