using System.Collections.Immutable;

namespace KbApi.Server.Http;

/// <summary>Maps endpoints that answer from the snapshot.</summary>
internal static class ReadingEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] PostMethod = [HttpMethods.Post];
    private static readonly string[] OptionsMethod = [HttpMethods.Options];

    /// <summary>An endpoint for GET and HEAD whose answers are JSON; OPTIONS names the methods.</summary>
    public static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapReading(pattern, handler, Representations.Data);

    /// <summary>An endpoint for GET and HEAD whose answers people can read: JSON, Markdown, HTML or plain text, by the Accept header.</summary>
    public static RouteHandlerBuilder MapProse(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapReading(pattern, handler, Representations.Prose);

    /// <summary>An endpoint for GET and HEAD whose answers have one of some media types, the preferred one first; OPTIONS names the methods.</summary>
    public static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder routes, string pattern, Delegate handler, ImmutableArray<string> mediaTypes)
    {
        routes.MapMethods(pattern, OptionsMethod, (RequestDelegate)(context => AnswerOptions(context, "GET, HEAD, OPTIONS"))).ExcludeFromDescription();
        return routes.MapLazily(pattern, Methods, handler).WithMetadata(new ApiEndpoint(mediaTypes));
    }

    /// <summary>An endpoint for POST that reads a body, answers from the snapshot and keeps nothing; pages of any site may call it.</summary>
    public static RouteHandlerBuilder MapAsking(this IEndpointRouteBuilder routes, string pattern, Delegate handler, ImmutableArray<string> mediaTypes)
    {
        routes.MapMethods(pattern, OptionsMethod, (RequestDelegate)(context => AnswerOptions(context, "POST, OPTIONS"))).ExcludeFromDescription();
        return routes.MapLazily(pattern, PostMethod, handler).WithMetadata(new ApiEndpoint(mediaTypes, IsReading: false)).RequireCors(Cors.Asking);
    }

    /// <summary>Names the methods of an endpoint.</summary>
    public static Task AnswerOptions(HttpContext context, string methods)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.Allow = methods;
        return Task.CompletedTask;
    }
}
