using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;
using KbApi.Server.Hosting;
using KbApi.Server.Snapshots;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Diagnostics;

/// <summary>A finding with an id that stays the same as long as it stands where it stands.</summary>
/// <param name="Id">The place, the rule, and a number where it has several findings there.</param>
/// <param name="Diagnostic">The finding.</param>
internal sealed record Finding(string Id, Diagnostic Diagnostic);

/// <summary>
/// What the rules say of the content being served. The rules run in the background, on one thread, once for each snapshot, and look at what changed; a
/// request that comes sooner waits.
/// </summary>
internal sealed class ContentFindings(IHostApplicationLifetime lifetime, IOptions<ServerOptions> options)
{
    /// <summary>The content being served, and the one before for requests that are under way.</summary>
    private const int Kept = 2;

    private readonly Lock _lock = new();
    private ImmutableList<(string SnapshotId, Task<ImmutableArray<Finding>> Findings)> _known = [];
    private (string Settings, Func<KnowledgeBase, CancellationToken, ImmutableArray<Diagnostic>> Analyze)? _analysis;

    /// <summary>The findings about a snapshot, in the order of the files.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="quiet">Where the rules run when nobody waits for them, or null.</param>
    public Task<ImmutableArray<Finding>> Of(Snapshot snapshot, QuietThread? quiet = null)
    {
        lock (_lock)
        {
            foreach (var (id, known) in _known)
            {
                if (id == snapshot.Id && !known.IsFaulted)
                {
                    return known;
                }
            }

            var stopping = lifetime.ApplicationStopping;
            var analyze = AnalysisFor(snapshot.Severities);
            var findings = quiet?.Run(() => Find(snapshot, analyze, stopping), stopping) ?? Task.Run(() => Find(snapshot, analyze, stopping), stopping);
            _known = [(snapshot.Id, findings), .. _known.Where(k => k.SnapshotId != snapshot.Id).Take(Kept - 1)];
            return findings;
        }
    }

    /// <summary>The analysis that remembers what it found with these settings. Articles of a pack are read anew each time, so nothing is remembered of them.</summary>
    private Func<KnowledgeBase, CancellationToken, ImmutableArray<Diagnostic>> AnalysisFor(SeverityOptions severities)
    {
        if (_analysis is { } known && known.Settings == severities.Fingerprint)
        {
            return known.Analyze;
        }

        var driver = new AnalyzerDriver(BuiltInRules.Analyzers, severities) { MaxParallelism = 1 };
        Func<KnowledgeBase, CancellationToken, ImmutableArray<Diagnostic>> analyze = options.Value.IsPack ? driver.Analyze : new IncrementalAnalysis(driver).Analyze;
        _analysis = (severities.Fingerprint, analyze);
        return analyze;
    }

    private static ImmutableArray<Finding> Find(
        Snapshot snapshot, Func<KnowledgeBase, CancellationToken, ImmutableArray<Diagnostic>> analyze, CancellationToken cancellation)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. analyze(snapshot.KnowledgeBase, cancellation).Select(d =>
            {
                var place = string.Create(
                    CultureInfo.InvariantCulture, $"{d.Location.Path}:{d.Location.Start.Line}:{d.Location.Start.Character}:{d.Id}");
                var number = places[place] = places.GetValueOrDefault(place) + 1;
                return new Finding(string.Create(CultureInfo.InvariantCulture, $"{place}:{number}"), d);
            }),
        ];
    }
}
