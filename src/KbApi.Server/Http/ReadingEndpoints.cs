namespace KbApi.Server.Http;

/// <summary>Maps endpoints that answer from the snapshot.</summary>
internal static class ReadingEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>An endpoint for GET and HEAD.</summary>
    public static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Methods, handler).WithMetadata(ApiEndpoint.Marker);
}
