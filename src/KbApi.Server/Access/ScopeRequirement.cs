using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Access;

/// <summary>That a caller may do what a scope is for.</summary>
internal sealed record ScopeRequirement(string Scope) : IAuthorizationRequirement;

/// <summary>Decides whether it may: by its key or token, or because the operation is open to it.</summary>
internal sealed class ScopeHandler(IOptions<ServerOptions> options) : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        var http = context.Resource as HttpContext;
        var isMeant = context.User.Identity?.IsAuthenticated == true
            ? Caller.Has(context.User, requirement.Scope)
            : http is not null && BearerToken.Of(http.Request) is null && IsOpen(requirement.Scope, http);
        if (isMeant)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool IsOpen(string scope, HttpContext context) => scope == Scopes.ContentRead
        ? options.Value.Reads == AccessMode.Open
        : options.Value.Writes switch
        {
            AccessMode.Open => true,
            AccessMode.Local => !options.Value.KnowsCallers && LocalCaller.IsIn(context),
            _ => false,
        };
}
