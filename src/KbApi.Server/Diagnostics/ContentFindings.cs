using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Diagnostics;

/// <summary>A finding with an id that stays the same as long as it stands where it stands.</summary>
/// <param name="Id">The place, the rule, and a number where it has several findings there.</param>
/// <param name="Diagnostic">The finding.</param>
internal sealed record Finding(string Id, Diagnostic Diagnostic);

/// <summary>
/// What the rules say of the content being served. The rules run in the background, on one thread, once for each snapshot; a request that comes
/// sooner waits.
/// </summary>
internal sealed class ContentFindings(IHostApplicationLifetime lifetime)
{
    /// <summary>The content being served, and the one before for requests that are under way.</summary>
    private const int Kept = 2;

    private readonly Lock _lock = new();
    private ImmutableList<(string SnapshotId, Task<ImmutableArray<Finding>> Findings)> _known = [];

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
            var findings = quiet?.Run(() => Find(snapshot, stopping), stopping) ?? Task.Run(() => Find(snapshot, stopping), stopping);
            _known = [(snapshot.Id, findings), .. _known.Where(k => k.SnapshotId != snapshot.Id).Take(Kept - 1)];
            return findings;
        }
    }

    private static ImmutableArray<Finding> Find(Snapshot snapshot, CancellationToken cancellation)
    {
        var driver = new AnalyzerDriver(BuiltInRules.Analyzers, snapshot.Severities) { MaxParallelism = 1 };
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. driver.Analyze(snapshot.KnowledgeBase, cancellation).Select(d =>
            {
                var place = string.Create(
                    CultureInfo.InvariantCulture, $"{d.Location.Path}:{d.Location.Start.Line}:{d.Location.Start.Character}:{d.Id}");
                var number = places[place] = places.GetValueOrDefault(place) + 1;
                return new Finding(string.Create(CultureInfo.InvariantCulture, $"{place}:{number}"), d);
            }),
        ];
    }
}
