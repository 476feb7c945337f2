using System.Collections.Immutable;

namespace KbApi.Server.Http;

/// <summary>Maps endpoints that answer from the snapshot.</summary>
internal static class ReadingEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] OptionsMethod = [HttpMethods.Options];

    /// <summary>An endpoint for GET and HEAD whose answers are JSON; OPTIONS names the methods.</summary>
    public static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapReading(pattern, handler, Representations.Data);

    /// <summary>An endpoint for GET and HEAD whose answers people can read: JSON, Markdown, HTML or plain text, by the Accept header.</summary>
    public static RouteHandlerBuilder MapProse(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapReading(pattern, handler, Representations.Prose);

    private static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder routes, string pattern, Delegate handler, ImmutableArray<string> mediaTypes)
    {
        routes.MapMethods(pattern, OptionsMethod, AnswerOptions).ExcludeFromDescription();
        return routes.MapMethods(pattern, Methods, handler).WithMetadata(new ApiEndpoint(mediaTypes));
    }

    private static void AnswerOptions(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
    }
}
