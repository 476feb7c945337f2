namespace KbApi.Server.Http;

/// <summary>A body that nobody keeps: it is sent from the memory that it was written into, which is given back then.</summary>
/// <param name="buffer">The body.</param>
/// <param name="contentType">Its media type, with the character set.</param>
internal sealed class PassingBody(PooledBuffer buffer, string contentType) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        using (buffer)
        {
            var (response, body) = (httpContext.Response, buffer.WrittenMemory);
            response.ContentType = contentType;
            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(httpContext.Request.Method))
            {
                await response.Body.WriteAsync(body, httpContext.RequestAborted);
            }
        }
    }
}
