using System.Globalization;
using System.Threading.RateLimiting;
using KbApi.Server.Access.Keys;
using KbApi.Server.Hosting;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Telemetry;
using Microsoft.AspNetCore.RateLimiting;

namespace KbApi.Server.RateLimiting;

/// <summary>Keeps one address, or one key, from taking the server away from the others.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>How much later than due a bucket may be filled: a timer looks at buckets ten times a second, and later where much else is done.</summary>
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(250);

    /// <summary>Limits the requests of all that follows, where limits are set; costs nothing where none are.</summary>
    public static void UseRequestLimits(this WebApplication app) => app.UseLate((pipeline, options) =>
    {
        if (options.RateLimit.RequestsPerSecond > 0)
        {
            pipeline.UseRateLimiter(Create(options.RateLimit, app.Services.GetRequiredService<KeyRing>()));
        }
    });

    private static RateLimiterOptions Create(RateLimitOptions options, KeyRing keys)
    {
        // A bucket for each address and each key: full at first, filled again each second. Those that have been quiet are forgotten.
        TokenBucketRateLimiterOptions Bucket(LimitedClient client)
        {
            var (rate, burst) = client.KeyId is null ? (options.RequestsPerSecond, options.EffectiveBurst) : (options.EffectiveKeyRate, options.EffectiveKeyBurst);
            return new() { TokenLimit = burst, TokensPerPeriod = Math.Min(rate, burst), ReplenishmentPeriod = Period, QueueLimit = 0 };
        }

        return new RateLimiterOptions
        {
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, LimitedClient>(context => IsForOperators(context.Request.Path)
                ? RateLimitPartition.GetNoLimiter(default(LimitedClient))
                : RateLimitPartition.GetTokenBucketLimiter(LimitedClient.Of(context, keys), Bucket)),
            OnRejected = (rejected, _) => RefuseAsync(rejected.HttpContext, rejected.Lease),
        };
    }

    /// <summary>Probes and metrics are not limited: what watches the server asks however busy it is.</summary>
    private static bool IsForOperators(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments(MetricsEndpoint.Path, StringComparison.Ordinal);

    private static async ValueTask RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var filled = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : Period;
        var wait = (int)Math.Ceiling((filled + TimerSlack).TotalSeconds);
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);

        // Pages of other sites are to see why.
        Cors.AllowReading(context.Response.Headers);
        await ApiProblem.Create(context, ProblemType.TooManyRequests, wait).ExecuteAsync(context);
    }
}
