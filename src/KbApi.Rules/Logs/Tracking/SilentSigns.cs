using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>
/// Finds signs of life that a log has none of at all, although it covers the time in which several were due. What is missing is only missed where the
/// log would have it: its program writes to the log on that machine, also events of which nothing is wrong, and was not stopped.
/// </summary>
internal sealed class SilentSigns(IReadOnlyList<KnownEvent> signs, LogSpan span, FindingSink findings)
{
    private const int FewestIntervals = 3;

    private readonly MachineTracks<Silence> _silences = new();

    public void Add(KnownEvent known, LogEvent record)
    {
        var source = known.Entry.Variants[0].Source;
        foreach (var sign in signs)
        {
            if (sign.Subject!.Source!.Equals(source, StringComparison.OrdinalIgnoreCase))
            {
                _silences.Of(sign.Subject, record.Machine, () => new Silence(sign))?.Add(known, record);
            }
        }
    }

    public void Complete() => _silences.ForEach(s =>
    {
        var subject = s.Sign.Subject!;
        if (s is { IsExpected: true, First: { Time: { } time } first } && span.To is { } end && end - time >= subject.Time!.Value * FewestIntervals)
        {
            findings.Report(
                LogDiagnostics.MissingHeartbeat,
                first,
                new Occurrence(first.Line, end, first.HasZone),
                f => f with { Subject = subject.Id, Entries = [s.Sign.Id] },
                s.Sign.Title,
                subject.TimeText,
                first,
                new Occurrence(first.Line, end, first.HasZone));
        }
    });

    /// <summary>What a program wrote on one machine beside a sign of life.</summary>
    private sealed class Silence(KnownEvent sign)
    {
        private bool _isGiven;
        private bool _isStopped;
        private bool _isAboutGood;

        public KnownEvent Sign { get; } = sign;

        /// <summary>The program's earliest event.</summary>
        public Occurrence? First { get; private set; }

        public bool IsExpected => _isAboutGood && !_isGiven && !_isStopped;

        public void Add(KnownEvent known, LogEvent record)
        {
            _isGiven |= known.Subject == Sign.Subject;
            _isStopped |= known.Role == EventRole.Stopped;
            _isAboutGood |= record.Level is EventLevel.Verbose or EventLevel.Information || (record.Level is null && !known.IsProblem);
            if (record.Time is not null && !(First?.Time <= record.Time))
            {
                First = Occurrence.Of(record);
            }
        }
    }
}
