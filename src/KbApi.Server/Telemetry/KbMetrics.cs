using System.Diagnostics.Metrics;
using System.Globalization;
using KbApi.Rules.Classification;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Telemetry;

/// <summary>What became of content that was found on disk.</summary>
internal enum ReloadResult
{
    /// <summary>It is served.</summary>
    Served,

    /// <summary>It has errors, and what was served before still is.</summary>
    Refused,

    /// <summary>It could not be read.</summary>
    Failed,
}

/// <summary>What the server measures of itself, beside what ASP.NET Core and the runtime do. Named by the semantic conventions of OpenTelemetry.</summary>
internal sealed class KbMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "KbApi";

    /// <summary>Hexadecimal digits that a double holds exactly.</summary>
    private const int FingerprintDigits = 13;

    private readonly SnapshotStore _snapshots;
    private readonly TimeProvider _time;
    private double _reloadSeconds;

    public KbMetrics(IMeterFactory meters, SnapshotStore snapshots, TimeProvider time)
    {
        (_snapshots, _time) = (snapshots, time);
        var meter = meters.Create(MeterName);
        Verdicts = new(meter, "kb.classification.reports", "{report}", "Reports that were classified, by verdict.", "kb.verdict");
        UnknownCodes = new(meter, "kb.code.unknown", "{request}", "Look-ups of codes that are not documented.");
        SearchesWithoutHits = new(meter, "kb.search.without_hits", "{request}", "Searches that nothing answers.");
        Reloads = new(meter, "kb.reload.results", "{reload}", "Content that was found on disk, by what became of it.", "kb.result");
        meter.CreateObservableGauge("kb.reload.last.duration", () => Volatile.Read(ref _reloadSeconds), "s", "How long the last reading of content took.");
        meter.CreateObservableGauge("kb.snapshot.age", Age, "s", "How long ago the content being served was loaded.");
        meter.CreateObservableGauge("kb.snapshot.entries", () => OfSnapshot(s => s.KnowledgeBase.Entries.Items.Length), "{entry}", "Entries of the content being served.");
        meter.CreateObservableGauge("kb.snapshot.articles", () => OfSnapshot(s => s.KnowledgeBase.Articles.Items.Length), "{article}", "Articles of the content being served.");
        meter.CreateObservableGauge(
            "kb.snapshot.fingerprint", () => OfSnapshot(Fingerprint), unit: null, "The beginning of the snapshot's id as a number: equal on replicas that serve the same content.");
        meter.CreateObservableGauge(
            "kb.content.refused", () => snapshots.Refused is null ? 0 : 1, unit: null, "1 while the content on disk has errors and is not served, else 0.");
    }

    /// <summary>Reports by verdict.</summary>
    public Tally<Verdict> Verdicts { get; }

    /// <summary>Look-ups of codes that are not documented.</summary>
    public Tally UnknownCodes { get; }

    /// <summary>Searches that nothing answers.</summary>
    public Tally SearchesWithoutHits { get; }

    private Tally<ReloadResult> Reloads { get; }

    /// <summary>Content was read.</summary>
    public void Reloaded(ReloadResult result, TimeSpan elapsed)
    {
        Reloads.Add(result);
        Volatile.Write(ref _reloadSeconds, elapsed.TotalSeconds);
    }

    private IEnumerable<Measurement<double>> Age() => OfSnapshot(s => (_time.GetUtcNow() - s.LoadedAt).TotalSeconds);

    private IEnumerable<Measurement<double>> OfSnapshot(Func<Snapshot, double> measure) =>
        _snapshots.Current is { } snapshot ? [new Measurement<double>(measure(snapshot))] : [];

    private static double Fingerprint(Snapshot snapshot) =>
        long.TryParse(snapshot.Id.AsSpan(0, Math.Min(FingerprintDigits, snapshot.Id.Length)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
