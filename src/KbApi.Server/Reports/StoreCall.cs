using System.Globalization;
using KbApi.Reports.Storage;
using KbApi.Server.Http;
using KbApi.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KbApi.Server.Reports;

/// <summary>Calls of the store, with the problems that it may have.</summary>
internal static partial class StoreCall
{
    /// <summary>Answers from the store; or with the problem that there is none, or that it can't be used now.</summary>
    public static async Task<IResult> WithStoreAsync(this ReportDesk desk, ApiRequest request, Func<IReportStore, CancellationToken, Task<IResult>> answer)
    {
        var context = request.Context;
        if (!desk.Options.IsOn)
        {
            return ApiProblem.Create(context, ProblemType.ReportsOff);
        }

        try
        {
            return await answer(desk.Store, context.RequestAborted);
        }
        catch (StoreUnavailableException e)
        {
            Log.Unavailable(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StoreCall)), e.Reason, e.Message);
            return Unavailable(context, e);
        }
    }

    /// <summary>Tells the client when to try again.</summary>
    private static ProblemHttpResult Unavailable(HttpContext context, StoreUnavailableException exception)
    {
        context.Response.Headers.RetryAfter = ((int)exception.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ApiProblem.Create(context, ProblemType.StoreUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The store of reports cannot be used ({Trouble}): {Reason}")]
        public static partial void Unavailable(ILogger logger, StoreTrouble trouble, string reason);
    }
}
