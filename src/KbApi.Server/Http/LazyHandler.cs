using Microsoft.AspNetCore.Routing.Patterns;

namespace KbApi.Server.Http;

/// <summary>
/// Maps handlers whose parameters are bound as those of any minimal API, but compiles the binding when the endpoint is first asked: compiling
/// that of all endpoints takes longer than all else that a server does to start.
/// </summary>
internal static class LazyHandler
{
    /// <summary>Maps a handler.</summary>
    /// <param name="routes">Where to map it.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="methods">The methods of HTTP.</param>
    /// <param name="handler">The handler.</param>
    public static RouteHandlerBuilder MapLazily(this IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Delegate handler)
    {
        var names = RoutePatternFactory.Parse(pattern).Parameters.Select(p => p.Name).ToList();
        RequestDelegateFactoryOptions OptionsOf(EndpointBuilder? endpoint) => new()
        {
            ServiceProvider = routes.ServiceProvider,
            RouteParameterNames = names,
            EndpointBuilder = endpoint,
            DisableInferBodyFromParameters = true,
        };

        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, OptionsOf(endpoint: null)).RequestDelegate);
        var mapped = routes.MapMethods(pattern, methods, (RequestDelegate)(context => compiled.Value(context)));
        mapped.Finally(endpoint =>
        {
            // What describes the endpoint in the contract.
            endpoint.Metadata.Add(handler.Method);
            RequestDelegateFactory.InferMetadata(handler.Method, OptionsOf(endpoint));
        });
        return new RouteHandlerBuilder([mapped]);
    }
}
