using System.Globalization;
using KbApi.Server.Hosting;
using KbApi.Server.Problems;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Http;

/// <summary>No request holds on to the server for longer than is meant.</summary>
internal static class Timeouts
{
    /// <summary>The policy of endpoints that read bodies as streams.</summary>
    public const string Stream = "stream";

    private const int RetryAfterSeconds = 5;

    public static void AddTimeouts(this IServiceCollection services)
    {
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ServerOptions>>((options, server) =>
        {
            options.DefaultPolicy = PolicyOf(server.Value.Limits.Timeout);
            options.AddPolicy(Stream, PolicyOf(server.Value.Limits.StreamTimeout));
        });
    }

    private static RequestTimeoutPolicy PolicyOf(TimeSpan timeout) => new()
    {
        Timeout = timeout,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = context =>
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return ApiProblem.Create(context, ProblemType.TookTooLong, timeout.TotalSeconds).ExecuteAsync(context);
        },
    };
}
