using KbApi.Server.Hosting;
using KbApi.Server.Problems;
using Microsoft.Extensions.Primitives;

namespace KbApi.Server.Http;

/// <summary>Answers only requests for the names that the server has: addresses in answers are made of the name that was asked for.</summary>
internal static class HostFilter
{
    public static void UseHostFilter(this WebApplication app) => app.UseLate((pipeline, options) =>
    {
        if (options.AllowedHosts.Count == 0)
        {
            return;
        }

        var names = options.AllowedHosts.Select(h => new StringSegment(h)).ToList();
        pipeline.Use((context, next) =>
        {
            var request = context.Request;
            if (HostString.MatchesAny(request.Host.Host, names) || request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            {
                return next(context);
            }

            // No address of an answer is to be made of it.
            request.Host = new HostString(options.AllowedHosts[0].Replace("*.", "", StringComparison.Ordinal));
            return ApiProblem.Create(context, ProblemType.WrongHost).ExecuteAsync(context);
        });
    });
}
