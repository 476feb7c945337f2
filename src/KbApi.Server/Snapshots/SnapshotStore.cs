using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;
using KbApi.Server.Changes;

namespace KbApi.Server.Snapshots;

/// <summary>Holds the content being served. A request takes the snapshot once and keeps to it.</summary>
internal sealed class SnapshotStore(TimeProvider time)
{
    /// <summary>How many earlier snapshots are remembered for comparison.</summary>
    public const int MaxHistory = 20;

    /// <summary>How many of them may wait until nobody does.</summary>
    private const int MaxUndigested = 4;

    private readonly EntryDigests _digests = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot? _current;
    private volatile RefusedContent? _refused;
    private volatile IReadOnlyList<(string Id, Lazy<EntryFingerprints> Fingerprints)> _history = [];

    /// <summary>The content being served, or null before the first was loaded.</summary>
    public Snapshot? Current => _current;

    /// <summary>The content being served; waits for the first.</summary>
    public async ValueTask<Snapshot> GetAsync(CancellationToken cancellation)
    {
        if (_current is null)
        {
            await _first.Task.WaitAsync(cancellation);
        }

        return _current!;
    }

    /// <summary>Newer content that is not served because of its errors, or null.</summary>
    public RefusedContent? Refused => _refused;

    /// <summary>
    /// Serves content from now on. Content with errors never takes the place of content without; it is served only where there is none,
    /// since what could be read of it is better than nothing.
    /// </summary>
    /// <param name="knowledgeBase">The content.</param>
    /// <param name="severities">What is set for findings in it.</param>
    /// <returns>Whether it is served.</returns>
    public bool Offer(KnowledgeBase knowledgeBase, SeverityOptions severities)
    {
        var now = time.GetUtcNow();
        var offered = new Snapshot(knowledgeBase, severities, now, _digests);
        if (knowledgeBase.HasErrors)
        {
            ImmutableArray<Diagnostic> errors = [.. knowledgeBase.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
            _refused = new RefusedContent(offered.Id, now, errors);
            if (_current is { KnowledgeBase.HasErrors: false })
            {
                return false;
            }
        }
        else
        {
            _refused = null;
        }

        if (_current?.Id != offered.Id)
        {
            Remember(_current);
            _current = offered;
            _first.TrySetResult();
        }

        return true;
    }

    /// <summary>Remembers content that can't be served; what is served stays.</summary>
    public void Refuse(RefusedContent refused) => _refused = refused;

    /// <summary>What was refused is gone, or is what is served.</summary>
    public void Accept() => _refused = null;

    /// <summary>What the entries of a snapshot said that is being served or was before; null where it is not remembered.</summary>
    public EntryFingerprints? FingerprintsOf(string snapshotId) =>
        _current is { } current && current.Id == snapshotId
            ? current.Fingerprints
            : _history.FirstOrDefault(h => h.Id == snapshotId).Fingerprints?.Value;

    /// <summary>Keeps of the snapshots what they say, and lets go of those that were served before. For when nobody waits.</summary>
    public void Digest()
    {
        foreach (var (_, fingerprints) in _history.Reverse())
        {
            _ = fingerprints.Value;
        }

        _ = _current?.Fingerprints;
    }

    private void Remember(Snapshot? snapshot)
    {
        if (snapshot is not null)
        {
            _history = [(snapshot.Id, snapshot.LazyFingerprints), .. _history.Where(h => h.Id != snapshot.Id).Take(MaxHistory - 1)];
            foreach (var (_, fingerprints) in _history.Skip(MaxUndigested).Reverse())
            {
                // Where content changes faster than it is digested, the snapshots are not to pile up.
                _ = fingerprints.Value;
            }
        }
    }
}
