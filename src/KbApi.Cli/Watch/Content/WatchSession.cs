using System.Collections.Immutable;
using System.Globalization;
using KbApi.Cli.Drift;
using KbApi.Cli.Lint;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Declarations;
using KbApi.Rules.Drift;
using KbApi.Rules.Fixes;
using KbApi.Rules.Plugins;

namespace KbApi.Cli.Watch.Content;

/// <summary>What is watched.</summary>
/// <param name="Paths">Documents and folders.</param>
/// <param name="DefaultLocale">The locale of documents that state none.</param>
/// <param name="Plugins">Assemblies with more rules.</param>
internal sealed record WatchInput(IReadOnlyList<string> Paths, LocaleTag DefaultLocale, IReadOnlyList<string> Plugins);

/// <summary>What became of a wish to mend a finding.</summary>
internal enum FixOutcome
{
    Done,

    /// <summary>The finding is not there any more.</summary>
    Gone,

    /// <summary>The fix would not make the file better.</summary>
    Refused,

    /// <summary>The file has changed since.</summary>
    Changed,
}

/// <summary>Content that is being written: reads it, and reads it again. Readings and fixes come one after the other.</summary>
internal sealed class WatchSession(WatchInput input, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly LoadOptions _load = new() { DefaultLocale = input.DefaultLocale };
    private readonly KnowledgeBaseLoader _loader = new(new LoadOptions { DefaultLocale = input.DefaultLocale });
    private readonly Lazy<PluginSet> _plugins = new(() => PluginLoader.Load(input.Plugins));
    private volatile WatchState? _state;
    private ImmutableList<Action<WatchChange>> _listeners = [];
    private string _fingerprint = "";

    /// <summary>The content as it was last read.</summary>
    /// <exception cref="InvalidOperationException">It was not read yet.</exception>
    public WatchState State => _state ?? throw new InvalidOperationException($"Call {nameof(RefreshAsync)} first.");

    /// <summary>Has changes told, when the new state is in place.</summary>
    public void Subscribe(Action<WatchChange> tell) => ImmutableInterlocked.Update(ref _listeners, (all, one) => all.Add(one), tell);

    /// <summary>Reads the content where anything of it has changed.</summary>
    /// <exception cref="IOException">It can't be listed.</exception>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await Task.Run(() => Refresh(cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Mends one finding, as <c>kb fix</c> does: the fix is tried, and is written only where the file is the better for it.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public async Task<FixOutcome> FixAsync(string id, LocaleTag locale, string key, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Fix(id, locale, key, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Refresh(CancellationToken cancellation)
    {
        var files = ContentDirectory.Find([.. input.Paths]);
        var fingerprint = FingerprintOf(files);
        if (fingerprint == _fingerprint)
        {
            return;
        }

        var setup = RuleSetup.For([.. files.Select(f => f.Path)], _plugins.Value);
        var knowledgeBase = _loader.Load(files, progress: null, cancellation);
        var findings = setup.Driver.Analyze(knowledgeBase, cancellation);
        var drift = DriftReader.Read(knowledgeBase, DriftSession.OptionsFor(input.Paths, files, _load), cancellation);
        var before = _state;
        var state = new WatchStateBuilder(before, setup.FixProviders, time.GetLocalNow()).Build(files, knowledgeBase, findings, drift);

        // A file that could not be opened may open the next time without having changed.
        _fingerprint = knowledgeBase.Diagnostics.Any(d => d.Id == CannotOpen) ? "" : fingerprint;
        if (before is null)
        {
            _state = state;
            return;
        }

        var change = WatchChange.Between(before, state);
        if (change.Articles.IsEmpty && before.Elsewhere.Length == state.Elsewhere.Length)
        {
            return;
        }

        _state = state;
        _listeners.ForEach(tell => tell(change));
    }

    private FixOutcome Fix(string id, LocaleTag locale, string key, CancellationToken cancellation)
    {
        var document = State.Find(id)?.Documents.FirstOrDefault(d => d.Locale == locale);
        if (document?.Findings.FirstOrDefault(f => f.Key == key) is not { Fix: not null, Diagnostic: var wanted } || document.Text is not { } text)
        {
            return FixOutcome.Gone;
        }

        var files = ContentDirectory.Find([.. input.Paths]);
        var setup = RuleSetup.For([.. files.Select(f => f.Path)], _plugins.Value);
        var mended = new ContentFixer(setup.Driver, setup.FixProviders, _load)
            .Fix(files, d => d.Id == wanted.Id && d.Location.Path == wanted.Location.Path && d.Location.Span == wanted.Location.Span, cancellation)
            .FirstOrDefault(f => f.File.Path == document.Path);
        if (mended is not null && mended.Text.ContentHash == text.ContentHash && EditedFileWriter.Write(mended))
        {
            Refresh(cancellation);
            return FixOutcome.Done;
        }

        Refresh(cancellation);
        return mended is null && State.Find(id)?.Documents.Any(d => d.ContentHash == text.ContentHash) == true ? FixOutcome.Refused : FixOutcome.Changed;
    }

    private static string CannotOpen => KbApi.Content.Diagnostics.ReadingDiagnostics.CannotOpen.Id;

    /// <summary>Changes when a document does, or a file beside or above documents that sets what the rules say.</summary>
    private static string FingerprintOf(IReadOnlyList<ContentFile> files)
    {
        var settings = files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f.Path))!).Distinct(StringComparer.Ordinal)
            .SelectMany(Above).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => new[] { Path.Combine(folder, RuleFile.FileName), Path.Combine(folder, ".editorconfig") })
            .Where(File.Exists)
            .Select(path => string.Create(CultureInfo.InvariantCulture, $"{path}:{File.GetLastWriteTimeUtc(path).Ticks}"));
        return string.Join('\n', files.Select(f => f.RelativePath + ":" + f.Stamp).Concat(settings));
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }
}
