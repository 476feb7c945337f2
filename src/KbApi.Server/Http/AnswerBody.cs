namespace KbApi.Server.Http;

/// <summary>A body that is complete: bytes that can be sent, and kept for the next who asks the same.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="ContentType">Its media type, with the character set.</param>
/// <param name="IsTruncated">Whether parts were left out to keep to the budget.</param>
internal sealed record AnswerBody(byte[] Bytes, string ContentType, bool IsTruncated) : IResult
{
    /// <summary>Tells of every representation what JSON says in a member.</summary>
    public const string TruncatedHeader = "Kb-Truncated";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (httpContext.Features.Get<ApiRequest>() is { } request)
        {
            request.Answer = this;
        }

        var response = httpContext.Response;
        if (IsTruncated)
        {
            response.Headers[TruncatedHeader] = "true";
        }

        response.ContentType = ContentType;
        response.ContentLength = Bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Bytes, 0, Bytes.Length, httpContext.RequestAborted);
    }
}
