using KbApi.Server.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace KbApi.Server.Http;

/// <summary>Refuses requests that are larger than any that is meant.</summary>
internal sealed class RequestBounds(RequestDelegate next)
{
    /// <summary>The longest path and query together.</summary>
    public const int MaxTargetLength = 4096;

    /// <summary>The largest body, unless an endpoint says otherwise.</summary>
    public const long MaxBodyBytes = 1024 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > MaxTargetLength)
        {
            return ApiProblem.Create(context, ProblemType.AddressTooLong).ExecuteAsync(context);
        }

        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isReading && context.Request.ContentLength > MaxBodyBytes
            ? ApiProblem.Create(context, ProblemType.BodyTooLarge).ExecuteAsync(context)
            : next(context);
    }
}
