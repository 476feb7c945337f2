using Microsoft.AspNetCore.Routing.Patterns;

namespace KbApi.Server.Http;

/// <summary>
/// Maps handlers whose parameters are bound as those of any minimal API, but compiles the binding when the endpoint is first asked: compiling
/// that of all endpoints takes longer than all else that a server does to start. What the contract says of parameters is found out when the
/// contract is asked for (<see cref="HandlerDescription"/>): to look at them compiles something for each, too.
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
            endpoint.Metadata.Add(handler.Method);
            endpoint.Metadata.Add(new HandlerDescription(described => RequestDelegateFactory.InferMetadata(handler.Method, OptionsOf(described))));
        });
        return new RouteHandlerBuilder([mapped]);
    }
}
