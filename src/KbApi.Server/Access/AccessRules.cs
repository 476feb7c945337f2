using Microsoft.AspNetCore.Authorization;

namespace KbApi.Server.Access;

/// <summary>Which operation needs which scope: the one place that says so. Where reads are closed, all others need <see cref="Scopes.ContentRead"/>.</summary>
internal static class AccessRules
{
    private const string Insights = "/v1/insights";
    private const string Reports = "/v1/reports";
    private const string Deletions = Reports + "/deletions";

    /// <summary>Gives the endpoints of a group the scopes that they need, however they were mapped.</summary>
    public static void RequireScopes(this RouteGroupBuilder group) => ((IEndpointConventionBuilder)group).Finally(Attach);

    /// <summary>The scope that an operation needs, or null where it needs that of reads.</summary>
    /// <param name="method">The method of HTTP.</param>
    /// <param name="pattern">The path as it is mapped, beginning with a slash.</param>
    public static string? ScopeOf(string method, string pattern) =>
        HttpMethods.IsOptions(method) ? null
        : IsUnder(pattern, Insights) ? Scopes.InsightsRead
        : !IsUnder(pattern, Reports) ? null
        : HttpMethods.IsDelete(method) || IsUnder(pattern, Deletions) ? Scopes.ReportsDelete
        : HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Scopes.ReportsRead
        : Scopes.ReportsWrite;

    private static void Attach(EndpointBuilder builder)
    {
        var pattern = (builder as RouteEndpointBuilder)?.RoutePattern.RawText ?? "";
        var methods = builder.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
        if (methods.Any(HttpMethods.IsOptions))
        {
            // Browsers ask without a key whether they may ask with one.
            builder.Metadata.Add(new AllowAnonymousAttribute());
        }
        else if (methods.Select(m => ScopeOf(m, '/' + pattern.TrimStart('/'))).FirstOrDefault(s => s is not null) is { } scope)
        {
            builder.Metadata.Add(new AuthorizeAttribute(scope));
        }
    }

    private static bool IsUnder(string pattern, string folder) =>
        pattern.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && (pattern.Length == folder.Length || pattern[folder.Length] == '/');
}
