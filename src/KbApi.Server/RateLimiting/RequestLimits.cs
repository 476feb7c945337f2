using System.Globalization;
using System.Threading.RateLimiting;
using KbApi.Server.Hosting;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using KbApi.Server.Telemetry;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace KbApi.Server.RateLimiting;

/// <summary>Keeps one address from taking the server away from the others.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>How much later than due a bucket may be filled: a timer looks at buckets ten times a second, and later where much else is done.</summary>
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(250);

    /// <summary>Limits the requests of all that follows, where limits are set; costs nothing where none are.</summary>
    public static void UseRequestLimits(this WebApplication app) => app.Use(next =>
    {
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.RateLimit;
        if (options.RequestsPerSecond == 0)
        {
            return next;
        }

        var branch = ((IApplicationBuilder)app).New();
        branch.UseRateLimiter(Create(options));
        branch.Run(next);
        return branch.Build();
    });

    private static RateLimiterOptions Create(RateLimitOptions options)
    {
        // A bucket for each address: full at first, filled again each second. Addresses that have been quiet are forgotten.
        TokenBucketRateLimiterOptions Bucket(ClientAddress address) => new()
        {
            TokenLimit = options.EffectiveBurst,
            TokensPerPeriod = Math.Min(options.RequestsPerSecond, options.EffectiveBurst),
            ReplenishmentPeriod = Period,
            QueueLimit = 0,
        };

        return new RateLimiterOptions
        {
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, ClientAddress>(context => IsForOperators(context.Request.Path)
                ? RateLimitPartition.GetNoLimiter(default(ClientAddress))
                : RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(context, options.AddressHeader), Bucket)),
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
