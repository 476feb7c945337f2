using System.Security.Cryptography;
using KbApi.Server.Http;

namespace KbApi.Server.Insights;

/// <summary>An answer whose entity tag is made of its bytes: it changes when what was counted does, and with nothing else.</summary>
internal sealed record ValidatedAnswer(IResult Answer) : IResult
{
    private const int BytesOfTag = 8;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (Answer is not AnswerBody body)
        {
            return Answer.ExecuteAsync(httpContext);
        }

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.Bytes).AsSpan(0, BytesOfTag))}\"";
        httpContext.Response.Headers.ETag = tag;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        httpContext.Response.Headers.Vary = "Accept, Accept-Language, Authorization";
        if (EntityTags.Matches(httpContext.Request, tag, exists: true))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Answer.ExecuteAsync(httpContext);
    }
}
