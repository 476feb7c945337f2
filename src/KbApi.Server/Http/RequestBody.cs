namespace KbApi.Server.Http;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>All of a body, or null where it is larger than <see cref="RequestBounds.MaxBodyBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        try
        {
            using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, RequestBounds.MaxBodyBytes));
            await request.Body.CopyToAsync(buffer, context.RequestAborted);
            return buffer.ToArray();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
