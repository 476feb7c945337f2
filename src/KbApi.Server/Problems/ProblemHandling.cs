using KbApi.Server.Site.Errors;
using Microsoft.AspNetCore.Diagnostics;

namespace KbApi.Server.Problems;

/// <summary>Makes every error answer a problem document: also those for unknown paths, wrong methods and exceptions.</summary>
internal static class ProblemHandling
{
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = HandleException,

            // A caller who hangs up, or sends what HTTP is not, is no failure of the server: nobody is to be called for it.
            SuppressDiagnosticsCallback = exception => exception.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => HandleStatus(context.HttpContext));
    }

    private static Task HandleException(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var type = exception is BadHttpRequestException { StatusCode: var status } ? ProblemType.OfStatus(status) ?? ProblemType.MalformedRequest : ProblemType.Internal;
        return SiteErrors.AreFor(context)
            ? SiteErrors.AnswerAsync(context, type.Status)
            : ApiProblem.Create(context, type, context.Request.Method, context.Request.Path.ToString()).ExecuteAsync(context);
    }

    private static Task HandleStatus(HttpContext context) =>
        SiteErrors.AreFor(context) ? SiteErrors.AnswerAsync(context, context.Response.StatusCode)
        : ProblemType.OfStatus(context.Response.StatusCode) is { } type
            ? ApiProblem.Create(context, type, context.Request.Method, context.Request.Path.ToString()).ExecuteAsync(context)
            : Task.CompletedTask;
}
