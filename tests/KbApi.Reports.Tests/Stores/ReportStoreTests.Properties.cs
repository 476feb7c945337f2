using FsCheck;
using FsCheck.Fluent;
using KbApi.Reports.Model;
using KbApi.Reports.Storage;
using KbApi.Reports.Tests.Support;

namespace KbApi.Reports.Tests.Stores;

public abstract partial class ReportStoreTests
{
    private const int Runs = 20;

    /// <summary>Requests in any order, in batches and alone: of each key the first is kept, and the rest are told what it is.</summary>
    [SkippableFact]
    public void Of_any_requests_the_first_of_each_key_is_kept()
    {
        var requests = (from key in Gen.Choose(0, 4) from words in Gen.Elements("It fails", "It is slow") select (Key: key, Words: words)).ListOf();
        var run = 0;
        Prop.ForAll(requests.ListOf().ToArbitrary(), batches =>
        {
            run++;
            var first = new Dictionary<string, StoredReport>(StringComparer.Ordinal);
            foreach (var batch in batches)
            {
                var reports = batch.Select(r => SomeReport.WithRequest($"run-{run}-{r.Key}", r.Words)).ToList();
                var added = reports.Count == 1
                    ? [Store.AddAsync(reports[0]).GetAwaiter().GetResult()]
                    : Store.AddAsync(reports).GetAwaiter().GetResult();
                foreach (var (i, report) in reports.Index())
                {
                    var isFirst = first.TryAdd(report.Request!.KeyHash, report);
                    var earlier = first[report.Request.KeyHash];
                    var expected = isFirst ? AddOutcome.Added : earlier.Request!.Fingerprint == report.Request.Fingerprint ? AddOutcome.Existing : AddOutcome.KeyReused;
                    Assert.Equal((expected, earlier.Id), (added[i].Outcome, added[i].Report.Id));
                }
            }

            Assert.All(first.Values, r => Assert.Equal(r.Id, Store.FindByRequestAsync(r.Request!.KeyHash).GetAwaiter().GetResult()!.Id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));
    }

    /// <summary>Pages of any length are all reports once and in order, also where some are deleted meanwhile.</summary>
    [SkippableFact]
    public void Any_pages_together_are_all_reports_in_order()
    {
        var lists = from minutes in Gen.Choose(0, 5).ListOf() from page in Gen.Choose(1, 4) from deleted in Gen.Choose(0, 10) select (Minutes: minutes, Page: page, Deleted: deleted);
        var run = 0;
        Prop.ForAll(lists.ToArbitrary(), list =>
        {
            var product = $"run-{++run}";
            var reports = list.Minutes.Select(m => SomeReport.Create(at: Start.AddMinutes(m)) with { Content = new ReportContent { Message = "x", Product = product } }).ToList();
            Store.AddAsync(reports).GetAwaiter().GetResult();
            var filter = new ReportFilter { Product = product };
            var seen = new List<ReportId>();
            for (ReportId? after = null; ;)
            {
                var page = Store.ListAsync(filter, after, list.Page).GetAwaiter().GetResult();
                seen.AddRange(page.Select(r => r.Id));
                if (page.Length < list.Page)
                {
                    break;
                }

                after = page[^1].Id;
                if (seen.Count > list.Deleted)
                {
                    // The one that the next page begins behind.
                    Store.DeleteAsync(after.Value).GetAwaiter().GetResult();
                }
            }

            Assert.Equal(reports.Select(r => r.Id).Order(), seen);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));
    }
}
