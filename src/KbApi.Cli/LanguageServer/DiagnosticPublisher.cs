using System.Collections.Immutable;
using System.Security.Cryptography;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Features;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Rpc;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Content.Diagnostics;

namespace KbApi.Cli.LanguageServer;

/// <summary>
/// Sends findings when it has been quiet for a moment after a change; a change meanwhile ends the search and begins it again, with what was found so
/// far. Only documents whose findings, or whose version, have changed are sent.
/// </summary>
/// <param name="connection">To the client.</param>
/// <param name="view">How findings are shown.</param>
/// <param name="folders">The folders as they are now.</param>
/// <param name="time">Tells when it was quiet.</param>
internal sealed class DiagnosticPublisher(RpcConnection connection, DiagnosticView view, Func<ImmutableArray<ContentFolder>> folders, TimeProvider time) : IDisposable
{
    /// <summary>The most findings of a document that are sent, and of documents that are not open together: more than anybody reads.</summary>
    private const int MaxFindings = 2000;
    private const int MaxFindingsElsewhere = 20_000;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _sent = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0, 1);
    private bool _isAllKnown;
    private CancellationTokenSource _change = new();

    /// <summary>Something has changed.</summary>
    public void Signal()
    {
        lock (_lock)
        {
            _change.Cancel();
            _change.Dispose();
            _change = new CancellationTokenSource();
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    /// <summary>
    /// Sends what can be said of an open document while a large folder is read for the first time; what hangs on other documents comes when those are read. Once all is known nothing is sent this way.
    /// </summary>
    /// <param name="folder">The folder of the document.</param>
    /// <param name="document">The document as it is now.</param>
    /// <param name="cancellation">Ends it early.</param>
    public Task SendEarlyAsync(ContentFolder folder, OpenDocument document, CancellationToken cancellation)
    {
        var alone = folder.Alone(document);
        return Task.Run(
            () =>
            {
                if (!folder.IsLarge || alone.Value.FileAt(document.Path)?.Path is not { } path)
                {
                    return;
                }

                var found = alone.Value.FindAlone(path, cancellation).Take(MaxFindings).ToList();
                lock (_lock)
                {
                    if (!_isAllKnown)
                    {
                        Send(alone.Value, document.Uri, document.Version, found);
                    }
                }
            },
            cancellation);
    }

    /// <summary>Sends findings until it is told to stop.</summary>
    /// <param name="complain">Told what went wrong.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task RunAsync(Action<string> complain, CancellationToken cancellation)
    {
        while (true)
        {
            await _signal.WaitAsync(cancellation);
            CancellationToken change;
            lock (_lock)
            {
                change = _change.Token;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(change, cancellation);
            try
            {
                await Task.Delay(Quiet, time, either.Token);
                Publish(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // The signal of that change is waiting.
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                complain(e.ToString());
            }
        }
    }

    public void Dispose()
    {
        _change.Dispose();
        _signal.Dispose();
    }

    private void Publish(CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var room = MaxFindingsElsewhere;
        var all = folders();
        foreach (var folder in all)
        {
            cancellation.ThrowIfCancellationRequested();
            var snapshot = folder.Current.Value;
            var found = snapshot.Find(cancellation);
            lock (_lock)
            {
                _isAllKnown = true;
            }

            foreach (var open in snapshot.Open.Values)
            {
                cancellation.ThrowIfCancellationRequested();
                var path = snapshot.FileAt(open.Path)?.Path;
                Send(snapshot, open.Uri, open.Version, path is null ? [] : found[path].Take(MaxFindings));
                seen.Add(open.Uri);
            }

            foreach (var file in snapshot.Settings.ShowsAll ? found.Where(f => IsOf(folder, f.Key)) : [])
            {
                cancellation.ThrowIfCancellationRequested();
                var uri = snapshot.UriOf(file.Key);
                var some = file.Take(Math.Min(MaxFindings, room)).ToList();
                if (some.Count > 0 && seen.Add(uri))
                {
                    room -= some.Count;
                    Send(snapshot, uri, version: null, some);
                }
            }
        }

        foreach (var gone in _sent.Keys.Where(uri => !seen.Contains(uri)).ToList())
        {
            _sent.Remove(gone);
            connection.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(gone, Version: null, []), LspJson.Default.PublishDiagnosticsParams);
        }

        // A folder within another has its documents for itself.
        bool IsOf(ContentFolder folder, string path) => path.Length > 0 && (all.Length == 1 || ContentFolders.Innermost(all, Path.GetFullPath(path)) == folder);
    }

    private void Send(ContentSnapshot snapshot, string uri, int? version, IEnumerable<Diagnostic> diagnostics)
    {
        var parameters = new PublishDiagnosticsParams(uri, version, [.. diagnostics.Select(d => view.Show(snapshot, d))]);
        var hash = Convert.ToHexString(SHA256.HashData(LspJson.Write(parameters, LspJson.Default.PublishDiagnosticsParams).Span));
        if (_sent.GetValueOrDefault(uri) != hash)
        {
            _sent[uri] = hash;
            connection.Notify("textDocument/publishDiagnostics", parameters, LspJson.Default.PublishDiagnosticsParams);
        }
    }
}
