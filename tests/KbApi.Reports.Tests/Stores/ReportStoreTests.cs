using System.Text;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Reports.Tests.Support;
using KbApi.Rules.Classification;

namespace KbApi.Reports.Tests.Stores;

/// <summary>What every store promises.</summary>
public abstract partial class ReportStoreTests : IAsyncLifetime
{
    internal static readonly DateTimeOffset Start = SomeReport.Start;

    protected IReportStore Store { get; private set; } = null!;

    /// <summary>A store with nothing in it.</summary>
    protected abstract Task<IReportStore> CreateAsync();

    public virtual async Task InitializeAsync() => Store = await CreateAsync();

    public virtual async Task DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_report_is_read_as_it_was_kept()
    {
        var report = SomeReport.Matched("sspr/31003", "31003") with
        {
            OccurredAt = Start.AddMinutes(-3),
            SubjectHash = "subject-hash",
            UnknownCodes = ["0x80070005"],
            Redactions = 2,
            Content = new ReportContent
            {
                Message = "Återställning misslyckas 🙂 \" \0 \u2028 för [email-1]",
                Log = "line 1\r\nline 2",
                Code = "31003",
                Source = "PasswordResetService",
                Locale = "sv-SE",
                Product = "Entra ID",
                Answers = SomeReport.Answers(("place", "Start")),
            },
        };

        var added = await Store.AddAsync(report);

        Assert.Equal(AddOutcome.Added, added.Outcome);
        Assert.Equal(TextOf(report), TextOf((await Store.FindAsync(report.Id))!));
    }

    [SkippableFact]
    public async Task What_was_never_kept_is_not_found()
    {
        Assert.Null(await Store.FindAsync(ReportId.New(TimeProvider.System)));
        Assert.Null(await Store.FindByRequestAsync("none"));
    }

    [SkippableFact]
    public async Task The_same_id_twice_is_one_report()
    {
        var report = SomeReport.Create();
        await Store.AddAsync(report);

        var again = await Store.AddAsync(report with { Content = new ReportContent { Message = "Other words" } });

        Assert.Equal((AddOutcome.Existing, "It fails"), (again.Outcome, again.Report.Content.Message));
        Assert.Equal(1, await Store.CountAsync(ReportFilter.All));
    }

    [SkippableFact]
    public async Task The_same_request_twice_is_one_report()
    {
        var first = SomeReport.WithRequest("key-1");
        await Store.AddAsync(first);

        var again = await Store.AddAsync(SomeReport.WithRequest("key-1"));

        Assert.Equal((AddOutcome.Existing, first.Id), (again.Outcome, again.Report.Id));
        Assert.Equal(first.Id, (await Store.FindByRequestAsync(first.Request!.KeyHash))!.Id);
        Assert.Equal(1, await Store.CountAsync(ReportFilter.All));
    }

    [SkippableFact]
    public async Task A_key_with_other_words_is_a_conflict()
    {
        var first = SomeReport.WithRequest("key-1");
        await Store.AddAsync(first);

        var other = await Store.AddAsync(SomeReport.WithRequest("key-1", "Other words"));

        Assert.Equal((AddOutcome.KeyReused, first.Id), (other.Outcome, other.Report.Id));
        Assert.Equal(1, await Store.CountAsync(ReportFilter.All));
    }

    [SkippableFact]
    public async Task Fifty_at_once_with_one_key_are_one_report()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Store.AddAsync(SomeReport.WithRequest("key-1")))));

        Assert.Single(added, a => a.Outcome == AddOutcome.Added);
        Assert.Single(added.Select(a => a.Report.Id).Distinct());
        Assert.Equal(1, await Store.CountAsync(ReportFilter.All));
    }

    [SkippableFact]
    public async Task Many_at_once_are_all_kept()
    {
        var reports = Enumerable.Range(0, 300).Select(i => SomeReport.Create($"Number {i}")).ToList();

        await Task.WhenAll(reports.Select(r => Task.Run(() => Store.AddAsync(r))));

        var kept = await ToListAsync(Store.ExportAsync(ReportFilter.All));
        Assert.Equal(reports.Select(r => r.Id).Order(), kept.Select(r => r.Id));
    }

    [SkippableFact]
    public async Task A_batch_says_what_became_of_each()
    {
        var earlier = SomeReport.WithRequest("key-1");
        await Store.AddAsync(earlier);
        var fresh = SomeReport.Matched("sspr/31003", "31003");

        var added = await Store.AddAsync([SomeReport.WithRequest("key-1"), fresh, SomeReport.WithRequest("key-1", "Other words"), fresh, SomeReport.WithRequest("key-2"), SomeReport.WithRequest("key-2")]);

        Assert.Equal(
            [AddOutcome.Existing, AddOutcome.Added, AddOutcome.KeyReused, AddOutcome.Existing, AddOutcome.Added, AddOutcome.Existing],
            added.Select(a => a.Outcome));
        Assert.Equal(earlier.Id, added[0].Report.Id);
        Assert.Equal(added[4].Report.Id, added[5].Report.Id);
        Assert.Equal(3, await Store.CountAsync(ReportFilter.All));
    }

    [SkippableFact]
    public async Task An_empty_batch_is_nothing_and_a_large_one_is_refused()
    {
        Assert.Empty(await Store.AddAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AddAsync(Enumerable.Repeat(SomeReport.Create(), ReportStoreLimits.MaxBatch + 1).ToList()));
    }

    [SkippableFact]
    public async Task Filters_choose()
    {
        var event31003 = SomeReport.Matched("sspr/31003", "31003", Start) with { Content = new ReportContent { Message = "a", Locale = "sv-SE", Product = "Entra", Source = "Reset" } };
        var event6329 = SomeReport.Matched("sspr/6329", "6329", Start.AddHours(1)) with { SubjectHash = "somebody" };
        var unknown = SomeReport.Create(at: Start.AddHours(2)) with { UnknownCodes = ["0x80070005"] };
        await Store.AddAsync([event31003, event6329, unknown]);

        async Task<IEnumerable<ReportId>> Chosen(ReportFilter filter)
        {
            var chosen = await Store.ListAsync(filter, after: null, limit: 10);
            Assert.Equal(chosen.Length, await Store.CountAsync(filter));
            return chosen.Select(r => r.Id);
        }

        Assert.Equal([event31003.Id], await Chosen(new ReportFilter { EntryId = "sspr/31003" }));
        Assert.Equal([event6329.Id], await Chosen(new ReportFilter { Code = "6329" }));
        Assert.Equal([unknown.Id], await Chosen(new ReportFilter { Code = "0x80070005" }));
        Assert.Equal([event31003.Id], await Chosen(new ReportFilter { Locale = "sv-SE", Product = "Entra", Source = "Reset" }));
        Assert.Equal([unknown.Id], await Chosen(new ReportFilter { Verdict = Verdict.Unknown }));
        Assert.Equal([event6329.Id], await Chosen(new ReportFilter { SubjectHash = "somebody" }));
        Assert.Equal([event6329.Id], await Chosen(new ReportFilter { From = Start.AddHours(1), Until = Start.AddHours(2) }));
        Assert.Equal([event31003.Id, event6329.Id, unknown.Id], await Chosen(ReportFilter.All));
        Assert.Empty(await Chosen(new ReportFilter { Product = "' OR 1=1 --" }));
    }

    [SkippableFact]
    public async Task A_report_deleted_takes_its_feedback_and_its_key_with_it()
    {
        var report = SomeReport.WithRequest("key-1");
        await Store.AddAsync(report);
        await Store.AddFeedbackAsync(SomeReport.Feedback(report.Id));

        Assert.True(await Store.DeleteAsync(report.Id));

        Assert.False(await Store.DeleteAsync(report.Id));
        Assert.Null(await Store.FindAsync(report.Id));
        Assert.Empty(await Store.ListFeedbackAsync(reportId: null, after: null, limit: 10));
        Assert.Empty(await Store.CountAsync(new ReportCountQuery { Dimension = ReportDimension.UnknownCode }));
        Assert.Equal(AddOutcome.Added, (await Store.AddAsync(SomeReport.WithRequest("key-1", "Other words"))).Outcome);
    }

    [SkippableFact]
    public async Task Old_reports_are_deleted_and_younger_stay()
    {
        var reports = Enumerable.Range(0, 1500).Select(i => SomeReport.Create(at: Start.AddMinutes(i))).ToList();
        await Store.AddAsync(reports[..1000]);
        await Store.AddAsync(reports[1000..]);

        Assert.Equal(1200, await Store.DeleteOlderAsync(Start.AddMinutes(1200)));

        Assert.Equal(reports[1200].Id, (await Store.ListAsync(ReportFilter.All, after: null, limit: 1))[0].Id);
        Assert.Equal(300, await Store.CountAsync(ReportFilter.All));
    }

    [SkippableFact]
    public async Task Reports_about_somebody_are_deleted_and_others_stay()
    {
        await Store.AddAsync([SomeReport.Create() with { SubjectHash = "a" }, SomeReport.Create() with { SubjectHash = "b" }, SomeReport.Create() with { SubjectHash = "a" }]);

        Assert.Equal(2, await Store.DeleteSubjectAsync("a"));
        Assert.Equal(0, await Store.DeleteSubjectAsync("a"));
        Assert.Equal("b", Assert.Single(await Store.ListAsync(ReportFilter.All, after: null, limit: 10)).SubjectHash);
    }

    [SkippableFact]
    public async Task Feedback_is_kept_in_order_and_bounded()
    {
        var report = SomeReport.Create();
        await Store.AddAsync([report, SomeReport.Create()]);
        var all = Enumerable.Range(0, ReportStoreLimits.MaxFeedback).Select(i => SomeReport.Feedback(report.Id, Start.AddSeconds(i), rightEntry: $"sspr/{i}")).ToList();
        foreach (var feedback in all)
        {
            Assert.Equal(FeedbackOutcome.Kept, await Store.AddFeedbackAsync(feedback));
        }

        Assert.Equal(FeedbackOutcome.TooMuch, await Store.AddFeedbackAsync(SomeReport.Feedback(report.Id)));
        Assert.Equal(FeedbackOutcome.Kept, await Store.AddFeedbackAsync(all[3]));
        Assert.Equal(FeedbackOutcome.UnknownReport, await Store.AddFeedbackAsync(SomeReport.Feedback(ReportId.New(TimeProvider.System))));
        Assert.Equal(all, await Store.ListFeedbackAsync(report.Id, after: null, limit: 100));
        Assert.Equal(all[10..12], await Store.ListFeedbackAsync(reportId: null, all[9].Id, limit: 2));
        Assert.Equal(all, await ToListAsync(Store.ExportFeedbackAsync()));
    }

    [SkippableFact]
    public async Task The_secret_stays_the_same() => Assert.Equal(await Store.GetSecretAsync(), await Store.GetSecretAsync());

    internal static string TextOf(StoredReport report) => Encoding.UTF8.GetString(ReportDocument.Write(report));

    internal static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
