using KbApi.Content.Codes;
using KbApi.Reports.Gaps;
using KbApi.Reports.Storage;
using KbApi.Server.Reports;

namespace KbApi.Server.Insights;

/// <summary>Counts what was taken down, redacted and by template, and writes the counts to the store every two seconds and at the end.</summary>
internal sealed partial class GapWriter(GapRecorder recorder, ReportDesk desk, TimeProvider time, ILogger<GapWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly GapCounter _counter = new();
    private readonly IGapStore? _store = desk.Gaps;
    private (CodeSchemeSet Schemes, GapReader Reader)? _reader;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        recorder.IsOn = IsKept;
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Counts what is waiting and writes it.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        while (recorder.Questions.TryRead(out var question))
        {
            Count(question);
        }

        var lost = recorder.TakeLost();
        var counts = _counter.Take();
        if (lost > 0)
        {
            counts = counts with { Others = counts.Others.Add(new OtherGaps(GapKind.UnknownCode, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), lost)) };
        }

        if (_store is null || counts.IsEmpty)
        {
            return;
        }

        try
        {
            await _store.AddAsync(counts, cancellation);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            _counter.Return(counts);
            Log.NotWritten(logger, e.Message);
        }
    }

    private bool IsKept => _store is not null && desk.Options.IsThere;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_store is null)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(Pause, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                recorder.IsOn = IsKept;
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // What has been counted is written below.
        }

        using var last = new CancellationTokenSource(LastWait, time);
        await FlushAsync(last.Token);
    }

    private void Count(AskedQuestion question)
    {
        if (_reader is not { } known || !ReferenceEquals(known.Schemes, question.KnowledgeBase.Schemes))
        {
            known = (question.KnowledgeBase.Schemes, new GapReader(question.KnowledgeBase.Schemes));
            _reader = known;
        }

        var reader = known.Reader;
        var asked = question.Kind switch
        {
            GapKind.UnknownCode => reader.ReadCode(question.Text),
            GapKind.UnansweredSearch => reader.ReadSearch(question.Text),
            _ => reader.ReadMessage(question.Text),
        };
        if (asked.Template.Length > 0)
        {
            _counter.Count(asked, reader.LocaleOf(question.Locale, question.KnowledgeBase), question.Time);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What was asked and not answered could not be written and is kept in memory: {Reason}")]
        public static partial void NotWritten(ILogger logger, string reason);
    }
}
