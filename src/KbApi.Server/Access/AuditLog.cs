using Microsoft.AspNetCore.Authorization;

namespace KbApi.Server.Access;

/// <summary>
/// Keeps a record of who did what with reports and insights, in a log category of its own: the caller as keys and tokens name it, the operation, the status.
/// No addresses, no bodies, no query strings.
/// </summary>
internal sealed partial class AuditLog(RequestDelegate next, ILoggerFactory loggers, TimeProvider time)
{
    /// <summary>The category, for example to write it to a place of its own.</summary>
    public const string Category = "KbApi.Audit";

    private const int MaxIdLength = 64;

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<IAuthorizeData>() is { Policy: { } scope }
            ? RecordAsync(context, endpoint, scope)
            : next(context);

    private async Task RecordAsync(HttpContext context, RouteEndpoint endpoint, string scope)
    {
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var who = Caller.NameOf(context.User) ?? (context.Request.Headers.Authorization.Count == 0 && LocalCaller.IsIn(context) ? "local" : "anonymous");
            Log.Done(_logger, time.GetUtcNow(), who, context.Request.Method, endpoint.RoutePattern.RawText ?? "", IdOf(context), scope, status);
        }
    }

    /// <summary>The id in the path, where it looks like one: nothing else that a caller wrote is repeated.</summary>
    private static string IdOf(HttpContext context) =>
        context.Request.RouteValues.GetValueOrDefault("id") is string { Length: > 0 and <= MaxIdLength } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : "-";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{When:O} {Who} {Method} {Operation} {Id} {Scope} {Status}")]
        public static partial void Done(ILogger logger, DateTimeOffset when, string who, string method, string operation, string id, string scope, int status);
    }
}
