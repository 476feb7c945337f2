using System.Globalization;
using KbApi.Reports.Insights;
using KbApi.Reports.Storage;
using KbApi.Server.Budget;
using KbApi.Server.Codes;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Reports;

namespace KbApi.Server.Insights;

/// <summary>How often what occurs.</summary>
internal static class TrendEndpoint
{
    private const int DefaultDays = 28;
    private const int DefaultRecentDays = 7;
    private const int MostFeedback = 10_000;

    private static readonly ReportDimension[] Dimensions =
        [ReportDimension.Entry, ReportDimension.Code, ReportDimension.UnknownCode, ReportDimension.Locale, ReportDimension.Product, ReportDimension.Source, ReportDimension.Verdict];

    /// <summary>List what occurs</summary>
    /// <remarks>
    /// How often what is reported, by entry, code, locale, product, source or verdict, span by span; and whether that is more often than before: an exact test of two
    /// Poisson rates compares the recent days with those before them. For entries also what feedback says of them as answers. Needs the scope `insights:read`.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="desk">Keeps the reports.</param>
    /// <param name="time">The clock.</param>
    /// <param name="by">What is told apart: `entry` (the default), `code`, `unknownCode`, `locale`, `product`, `source` or `verdict`.</param>
    /// <param name="days">How many days to look back, from 2 to 400; by default 28.</param>
    /// <param name="recentDays">How many of them are recent, from 1; by default 7, or half where there are fewer.</param>
    /// <param name="span">How long a span of the series is: `hour`, `day` (the default) or `week`, from Monday, in UTC.</param>
    /// <param name="rising">With `true`, only what rises.</param>
    /// <param name="entry">Only reports of this entry.</param>
    /// <param name="code">Only reports with this code.</param>
    /// <param name="reporterLocale">Only reports in this locale.</param>
    /// <param name="product">Only reports about this product.</param>
    /// <param name="source">Only reports of this source.</param>
    internal static async Task<IResult> ListAsync(
        ApiRequest request, ReportDesk desk, TimeProvider time, string? by, string? days, string? recentDays, string? span, string? rising,
        string? entry, string? code, string? reporterLocale, string? product, string? source)
    {
        if (InsightParameters.OneOf(request, "by", by, out ReportDimension? dimension, Dimensions) is { } wrongBy)
        {
            return wrongBy;
        }

        if (InsightParameters.Number(request, "days", days, DefaultDays, 2, InsightParameters.MaxDays, out var all) is { } wrongDays)
        {
            return wrongDays;
        }

        if (InsightParameters.Number(request, "recentDays", recentDays, Math.Min(DefaultRecentDays, all / 2), 1, all - 1, out var recent) is { } wrongRecent)
        {
            return wrongRecent;
        }

        if (InsightParameters.OneOf(request, "span", span, out TrendSpan? length) is { } wrongSpan)
        {
            return wrongSpan;
        }

        // Whole days, so that an answer holds until something happens or the day ends.
        var until = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var query = new TrendQuery(
            dimension ?? ReportDimension.Entry,
            new ReportFilter { From = until.AddDays(-all), Until = until, EntryId = entry, Code = code, Locale = reporterLocale, Product = product, Source = source },
            until.AddDays(-recent));
        return await desk.WithStoreAsync(request, (store, cancellation) => AnswerAsync(request, store, query, length ?? TrendSpan.Day, rising == "true", cancellation));
    }

    private static async Task<IResult> AnswerAsync(ApiRequest request, IReportStore store, TrendQuery query, TrendSpan span, bool isRising, CancellationToken cancellation)
    {
        var trends = (await TrendReader.ReadAsync(store, query, cancellation)).Where(t => !isRising || t.Change.IsRising).ToList();
        var feedback = query.Dimension == ReportDimension.Entry
            ? (await EntryFeedback.ReadAsync(store, MostFeedback, cancellation)).ToDictionary(f => f.EntryId, StringComparer.Ordinal)
            : [];

        // Only what is on the page is asked for span by span.
        var series = new Dictionary<string, IReadOnlyList<SpanCountResponse>>(StringComparer.Ordinal);
        foreach (var trend in Paging.PageOf(request, trends, t => t.Key))
        {
            var counts = await TrendReader.ReadSeriesAsync(store, query, trend.Key, LengthOf(span), cancellation);
            series[trend.Key] = [.. counts.Select(c => new SpanCountResponse { Start = c.Start!.Value, Count = c.Count })];
        }

        request.SetLanguage(request.Locale.Chain.Take(1));
        return new ValidatedAnswer(Paging.Answer(
            request, trends, t => t.Key, page => page.Select(t => Map(t, query.Dimension, series[t.Key], feedback.GetValueOrDefault(t.Key), request)), AnswerPlans.Trend));
    }

    private static TrendResponse Map(Trend trend, ReportDimension dimension, IReadOnlyList<SpanCountResponse> series, EntryFeedback? feedback, ApiRequest request) => new()
    {
        Key = trend.Key,
        Title = dimension == ReportDimension.Entry && UnknownCode.TitleOf(trend.Key, request) is { Length: > 0 } title ? title : null,
        Count = trend.Count,
        Recent = trend.Recent,
        Expected = Math.Round(trend.Change.Expected, 2),
        Chance = Rounded(trend.Change.Chance),
        Rising = trend.Change.IsRising,
        FirstSeen = trend.First,
        LastSeen = trend.Last,
        Series = series,
        Feedback = feedback is null ? null : new EntryFeedbackResponse
        {
            Helpful = feedback.Helpful,
            NotHelpful = feedback.NotHelpful,
            HelpfulRate = feedback.HelpfulRate,
            RightEntries = InsightParameters.Map(feedback.RightEntries),
        },
    };

    /// <summary>To six digits, so that machines agree.</summary>
    private static double Rounded(double chance) => double.Parse(chance.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static TimeSpan LengthOf(TrendSpan span) => span switch
    {
        TrendSpan.Hour => TimeSpan.FromHours(1),
        TrendSpan.Week => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>How long a span of a series is.</summary>
    private enum TrendSpan
    {
        Hour,
        Day,
        Week,
    }
}
