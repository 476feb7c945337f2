namespace KbApi.Server.Site.Errors;

/// <summary>Answers people, who come with a browser, with a page where programs get a problem document.</summary>
internal static class SiteErrors
{
    private static readonly string[] ForPrograms = ["/v1", "/openapi", "/swagger", "/mcp", "/oembed", "/embed", "/metrics", "/assets", "/health/live", "/health/ready"];

    /// <summary>Whether a request is of somebody who wants a page.</summary>
    public static bool AreFor(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(ForPrograms, p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    public static Task AnswerAsync(HttpContext context, int status) =>
        context.RequestServices.GetRequiredService<SiteHandler>().AnswerErrorAsync(context, (words, request) => ErrorPages.OfStatus(words, request, status));
}
