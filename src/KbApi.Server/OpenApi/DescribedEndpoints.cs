using KbApi.Server.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.Primitives;

namespace KbApi.Server.OpenApi;

/// <summary>The endpoints with all that describes them. Only the contract needs that, so that it is not found out before the contract is asked for.</summary>
/// <param name="endpoints">The endpoints as they are served.</param>
internal sealed class DescribedEndpoints(EndpointDataSource endpoints) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => [.. endpoints.Endpoints.Select(Describe)];

    public override IChangeToken GetChangeToken() => endpoints.GetChangeToken();

    /// <summary>Gives the framework's reader of endpoints the described ones.</summary>
    public static void Use(IServiceCollection services)
    {
        var reader = services.Single(s => s.ServiceType == typeof(IApiDescriptionProvider) && s.ImplementationType?.Name == "EndpointMetadataApiDescriptionProvider");
        services.Remove(reader);
        services.AddTransient(provider => (IApiDescriptionProvider)ActivatorUtilities.CreateInstance(
            provider, reader.ImplementationType!, new DescribedEndpoints(provider.GetRequiredService<EndpointDataSource>())));
    }

    private static Endpoint Describe(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint { RequestDelegate: { } answer } route || route.Metadata.GetMetadata<HandlerDescription>() is not { } description)
        {
            return endpoint;
        }

        var described = new RouteEndpointBuilder(answer, route.RoutePattern, route.Order) { DisplayName = route.DisplayName };
        foreach (var item in route.Metadata)
        {
            described.Metadata.Add(item);
        }

        description.AddTo(described);
        return described.Build();
    }
}
