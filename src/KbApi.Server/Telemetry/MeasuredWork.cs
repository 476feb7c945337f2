using KbApi.Content.Lookup;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Search;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Telemetry;

/// <summary>The server's work, counted and traced wherever it is asked for.</summary>
internal static class MeasuredWork
{
    /// <summary>Looks a code up.</summary>
    public static CodeLookup Find(this KbMetrics metrics, CodeIndex codes, string code, string? source, string? scheme)
    {
        var lookup = codes.Find(code, source, scheme);
        if (lookup.Owners.IsEmpty)
        {
            metrics.UnknownCodes.Add();
        }

        return lookup;
    }

    /// <summary>Searches.</summary>
    public static SearchResult Search(this KbMetrics metrics, SearchIndex index, SearchRequest wanted)
    {
        using var span = KbTracing.Source.StartActivity("kb.search");
        var result = index.Search(wanted);
        span?.SetTag("kb.search.hits", result.Hits.Length);
        if (result.Hits.IsEmpty)
        {
            metrics.SearchesWithoutHits.Add();
        }

        return result;
    }

    /// <summary>Classifies a report.</summary>
    public static ReportClassification Classify(this KbMetrics metrics, Snapshot snapshot, ErrorReport report)
    {
        using var span = KbTracing.Source.StartActivity("kb.classify");
        var classification = snapshot.Classifier.Classify(report);
        span?.SetTag("kb.verdict", classification.Verdict);
        metrics.Verdicts.Add(classification.Verdict);
        return classification;
    }
}
