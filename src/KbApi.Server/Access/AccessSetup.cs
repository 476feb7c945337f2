using KbApi.Server.Access.Keys;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Access;

/// <summary>Who may do what: keys, tokens, scopes, and a record of it.</summary>
internal static partial class AccessSetup
{
    /// <summary>Tells who calls by whatever is shown: a key, else a token.</summary>
    private const string AnyScheme = "Any";

    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IAuthenticationService, ShownAuthentication>();

        // Not AddAuthentication: that brings keys for cookies, which it writes into a folder of the user.
        services.AddAuthenticationCore(options => options.DefaultScheme = AnyScheme);
        services.AddWebEncoders();
        var jwt = configuration.GetSection("Kb:Jwt").Get<JwtOptions>() ?? new JwtOptions();
        var takesTokens = jwt is { IsUsed: true, IsComplete: true };
        var authentication = new AuthenticationBuilder(services);
        authentication.AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Name, null);
        authentication.AddPolicyScheme(AnyScheme, null, any => any.ForwardDefaultSelector = context =>
            takesTokens && BearerToken.Of(context.Request)?.StartsWith(KeyText.Prefix, StringComparison.Ordinal) == false ? JwtSetup.Scheme : KeyHandler.Name);
        if (takesTokens)
        {
            JwtSetup.Add(authentication, jwt);
        }

        services.AddSingleton<KeyRing>();
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessProblems>();
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<IOptions<ServerOptions>>((options, server) =>
        {
            foreach (var scope in Scopes.All)
            {
                options.AddPolicy(scope, PolicyOf(scope));
            }

            options.FallbackPolicy = server.Value.Reads == AccessMode.Closed ? PolicyOf(Scopes.ContentRead) : null;
        });
    }

    /// <summary>Lets nobody pass who may not; behind routing, ahead of what answers.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseLate((_, options) =>
        {
            if (options.Writes == AccessMode.Open)
            {
                Log.Open(app.Logger);
            }
        });
        app.UseAuthentication();
        app.UseMiddleware<AuditLog>();
        app.UseAuthorization();
    }

    private static AuthorizationPolicy PolicyOf(string scope) => new AuthorizationPolicyBuilder(AnyScheme).AddRequirements(new ScopeRequirement(scope)).Build();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Kb:Writes is 'open': whoever reaches the server may read and delete reports.")]
        public static partial void Open(ILogger logger);
    }
}
