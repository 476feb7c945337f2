using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Catalog;
using KbApi.Rules.Logs.Reading;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs;

/// <summary>
/// Reads an event log of any size, record by record: Windows event XML, comma-separated values, JSON Lines or text, in UTF-8 or UTF-16. The content
/// tells the format. Memory is bounded whatever the log holds, and what can't be read is a finding, not an exception. For one log and one thread.
/// </summary>
/// <param name="stream">The log; read from where it stands, and left open.</param>
/// <param name="name">What findings call the log: its path, or any other name.</param>
/// <param name="takenAt">When the log was taken: times without a year are in the last year that had them by then. Null leaves the year unknown.</param>
public sealed class LogReader(Stream stream, string name, DateTimeOffset? takenAt = null)
{
    private const string SignatureOfEvtx = "ElfFile";

    /// <summary>How much of what follows a record a reader may have to see to know that it has ended there.</summary>
    private const int CharsBehindRecord = 256;

    private readonly CharWindow _window = new(stream ?? throw new ArgumentNullException(nameof(stream)));
    private readonly FindingList<Diagnostic> _problems = new(d => d.Descriptor);

    /// <summary>What findings call the log.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The format; text until the first record has been read.</summary>
    public LogFormat Format { get; private set; }

    /// <summary>How many bytes have been read.</summary>
    public long BytesRead => _window.BytesRead;

    /// <summary>How many records have been read.</summary>
    public long Records { get; private set; }

    /// <summary>How many records could not be read.</summary>
    public long BrokenRecords { get; private set; }

    /// <summary>Whether what was read is no event log at all.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What was wrong with what has been read, in order; of each kind the first <see cref="LogLimits.FindingsOfAKind"/>.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _problems.Items];

    internal IEnumerable<KeyValuePair<string, int>> Overflowing => _problems.Overflowing;

    /// <summary>The records, in the order of the log.</summary>
    /// <exception cref="InvalidOperationException">The log has been read already; make another reader.</exception>
    public async IAsyncEnumerable<LogEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (_window.BytesRead > 0)
        {
            throw new InvalidOperationException("The log has been read already; make another LogReader.");
        }

        await _window.FillAsync(cancellation);
        if (_window.IsBinary)
        {
            Refuse(_window.StartsWith(SignatureOfEvtx) ? "evtx" : "binary");
            yield break;
        }

        (Format, var reader) = FormatDetector.Detect(_window.Text, _window.IsLast, LogVocabulary.BuiltIn, new YearlessTime(takenAt));
        while (!IsRefused && !(_window.IsLast && _window.Text.IsEmpty))
        {
            cancellation.ThrowIfCancellationRequested();
            var step = Step(reader);
            if (step.NeedsMore)
            {
                await _window.FillAsync(cancellation);
            }
            else if (step.Event is { } record)
            {
                yield return record;
            }
        }
    }

    private RecordStep Step(IRecordReader reader)
    {
        var step = reader.Next(_window.Text, _window.IsLast, _window.Line);

        // Whether the end of a record happens to be there already makes no difference.
        if (step.Event is not null && step.Length > LogLimits.RecordLength || (step.NeedsMore && _window.Text.Length > LogLimits.RecordLength + CharsBehindRecord))
        {
            step = reader.Drop(_window.Text);
        }

        if (step.Problem is { } problem)
        {
            BrokenRecords += step.IsEnd ? 0 : 1;
            Report(problem, step.Detail ?? "");
            IsRefused = step.IsEnd;
        }

        if (step.Event is { } record)
        {
            Records++;
            if (record.Message.Contains('\uFFFD', StringComparison.Ordinal))
            {
                Report(LogDiagnostics.LostCharacters, "");
            }
        }

        _window.Advance(step.Length);
        return step;
    }

    private void Refuse(string detail)
    {
        IsRefused = true;
        Report(LogDiagnostics.NotALog, detail);
    }

    private void Report(DiagnosticDescriptor descriptor, string detail)
    {
        var position = new LinePosition(_window.Line - 1, 0);
        object[] arguments = descriptor == LogDiagnostics.RecordTooLong ? [LogLimits.RecordLength.ToString(CultureInfo.InvariantCulture)] : [detail];
        _problems.Add(Diagnostic.Create(descriptor, new Location(Name, default, position, position), [.. arguments]));
    }
}
