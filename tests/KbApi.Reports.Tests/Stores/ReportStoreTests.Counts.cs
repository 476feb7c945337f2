using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Reports.Tests.Support;
using KbApi.Rules.Classification;

namespace KbApi.Reports.Tests.Stores;

public abstract partial class ReportStoreTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [SkippableFact]
    public async Task Counts_are_made_of_spans_of_time()
    {
        await Store.AddAsync([
            SomeReport.Matched("sspr/31003", "31003", Start.AddMinutes(1)),
            SomeReport.Matched("sspr/31003", "31003", Start.AddMinutes(59)),
            SomeReport.Matched("sspr/6329", "6329", Start.AddMinutes(5)),
            SomeReport.Matched("sspr/31003", "31003", Start.AddMinutes(61)),
            SomeReport.Create(at: Start.AddMinutes(2))]);

        var counts = await Store.CountAsync(new ReportCountQuery { Dimension = ReportDimension.Code, Span = Hour });

        Assert.Equal(
            [
                new ReportCount(Start, "31003", 2, Start.AddMinutes(1), Start.AddMinutes(59)),
                new ReportCount(Start, "6329", 1, Start.AddMinutes(5), Start.AddMinutes(5)),
                new ReportCount(Start + Hour, "31003", 1, Start.AddMinutes(61), Start.AddMinutes(61)),
            ],
            counts.AsEnumerable());
    }

    [SkippableFact]
    public async Task Weeks_begin_on_Monday()
    {
        await Store.AddAsync([SomeReport.Create(at: Start.AddDays(6)), SomeReport.Create(at: Start.AddDays(7))]);

        var counts = await Store.CountAsync(new ReportCountQuery { Dimension = ReportDimension.All, Span = TimeSpan.FromDays(7) });

        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Monday], counts.Select(c => c.Start!.Value.DayOfWeek));
        Assert.Equal([Start.Date, Start.Date.AddDays(7)], counts.Select(c => c.Start!.Value.UtcDateTime));
    }

    [SkippableFact]
    public async Task Counts_tell_apart_what_is_asked()
    {
        var report = SomeReport.Matched("sspr/31003", "31003") with
        {
            UnknownCodes = ["0x80070005"],
            Content = new ReportContent { Message = "a", Locale = "sv-SE", Product = "Entra", Source = "Reset" },
        };
        await Store.AddAsync([report, SomeReport.Create()]);

        async Task<string> KeysOf(ReportDimension dimension) =>
            string.Join(' ', (await Store.CountAsync(new ReportCountQuery { Dimension = dimension })).Select(c => $"{c.Key}={c.Count}"));

        Assert.Equal("=2", await KeysOf(ReportDimension.All));
        Assert.Equal("31003=1", await KeysOf(ReportDimension.Code));
        Assert.Equal("0x80070005=1", await KeysOf(ReportDimension.UnknownCode));
        Assert.Equal("sspr/31003=1", await KeysOf(ReportDimension.Entry));
        Assert.Equal("sv-SE=1", await KeysOf(ReportDimension.Locale));
        Assert.Equal("Entra=1", await KeysOf(ReportDimension.Product));
        Assert.Equal("Reset=1", await KeysOf(ReportDimension.Source));
        Assert.Equal("matched=1 unknown=1", await KeysOf(ReportDimension.Verdict));
        Assert.Equal("snapshot-1=2", await KeysOf(ReportDimension.Snapshot));
    }

    [SkippableFact]
    public async Task Counts_are_of_the_reports_that_a_filter_chooses_and_the_highest_where_there_are_too_many()
    {
        await Store.AddAsync([SomeReport.Matched("a/1", "1"), SomeReport.Matched("a/2", "2"), SomeReport.Matched("a/2", "2"), SomeReport.Create()]);

        var top = await Store.CountAsync(new ReportCountQuery
        {
            Dimension = ReportDimension.Entry,
            Filter = new ReportFilter { Verdict = Verdict.Matched },
            Limit = 1,
        });

        Assert.Equal(new ReportCount(Start: null, "a/2", 2, Start, Start), Assert.Single(top));
    }
}
