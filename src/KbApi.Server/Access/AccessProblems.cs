using KbApi.Server.Problems;
using KbApi.Server.Site.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace KbApi.Server.Access;

/// <summary>Tells callers that may not do something why not, and what they need (RFC 6750, section 3).</summary>
internal sealed class AccessProblems : IAuthorizationMiddlewareResultHandler
{
    private const string Realm = "Bearer realm=\"kb\"";

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        var scope = policy.Requirements.OfType<ScopeRequirement>().First().Scope;
        var (type, challenge) = context.User.Identity?.IsAuthenticated == true
            ? (ProblemType.MissingScope, $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"")
            : context.Request.Headers.Authorization.Count > 0
                ? (ProblemType.InvalidKey, $"{Realm}, error=\"invalid_token\"")
                : (ProblemType.KeyNeeded, Realm);
        context.Response.Headers.WWWAuthenticate = challenge;
        return SiteErrors.AreFor(context) ? SiteErrors.AnswerAsync(context, type.Status) : ApiProblem.Create(context, type, scope).ExecuteAsync(context);
    }
}
