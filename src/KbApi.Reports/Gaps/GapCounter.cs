using System.Collections.Immutable;

namespace KbApi.Reports.Gaps;

/// <summary>
/// Counts what was asked and not answered, in memory, until it is taken. Bounded: of each kind as many gaps as <see cref="GapLimits.MaxCounted"/>.
/// Where there are more, all lose a credit and those that have none are counted together (Misra and Gries, 1982): what is asked often stays,
/// however many things are asked once between. A count is of what was asked since the gap was admitted, so never too high. Safe for several threads.
/// </summary>
public sealed class GapCounter
{
    private readonly Sketch[] _sketches = [.. Enum.GetValues<GapKind>().Select(_ => new Sketch())];

    /// <summary>Counts something.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="locale">The locale of who asked; one of a small number, empty for others.</param>
    /// <param name="now">When.</param>
    public void Count(AskedGap asked, string locale, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(locale);
        var sketch = _sketches[(int)asked.Kind];
        lock (sketch)
        {
            sketch.Count(asked, locale, now);
        }
    }

    /// <summary>Takes what has been counted.</summary>
    public GapCounts Take()
    {
        var gaps = ImmutableArray.CreateBuilder<CountedGap>();
        var others = ImmutableArray.CreateBuilder<OtherGaps>();
        foreach (var kind in Enum.GetValues<GapKind>())
        {
            var sketch = _sketches[(int)kind];
            lock (sketch)
            {
                sketch.MoveTo(kind, gaps, others);
            }
        }

        return new GapCounts(gaps.ToImmutable(), others.ToImmutable());
    }

    /// <summary>Puts back what could not be written. What there is no more room for is counted together.</summary>
    public void Return(GapCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (var gap in counts.Gaps)
        {
            lock (_sketches[(int)gap.Kind])
            {
                _sketches[(int)gap.Kind].Return(gap);
            }
        }

        foreach (var other in counts.Others)
        {
            lock (_sketches[(int)other.Kind])
            {
                _sketches[(int)other.Kind].CountOther(other.Day, other.Count);
            }
        }
    }

    private sealed class Sketch
    {
        private readonly Dictionary<string, Counted> _gaps = new(StringComparer.Ordinal);
        private readonly Dictionary<DateOnly, long> _others = [];

        public void Count(AskedGap asked, string locale, DateTimeOffset now)
        {
            if (!_gaps.TryGetValue(asked.Template, out var counted))
            {
                if (!MakeRoom())
                {
                    CountOther(DayOf(now), 1);
                    return;
                }

                _gaps[asked.Template] = counted = new Counted(now);
            }

            counted.Count(DayOf(now), locale, 1, now, now);
            counted.AddExample(asked.Example);
        }

        public void Return(CountedGap gap)
        {
            if (!_gaps.TryGetValue(gap.Template, out var counted))
            {
                if (!MakeRoom())
                {
                    foreach (var day in gap.Days)
                    {
                        CountOther(day.Day, day.Count);
                    }

                    return;
                }

                _gaps[gap.Template] = counted = new Counted(gap.First);
            }

            foreach (var day in gap.Days)
            {
                counted.Count(day.Day, day.Locale, day.Count, gap.First, gap.Last);
            }

            foreach (var example in gap.Examples)
            {
                counted.AddExample(example);
            }
        }

        public void CountOther(DateOnly day, long count) => _others[day] = _others.GetValueOrDefault(day) + count;

        public void MoveTo(GapKind kind, ImmutableArray<CountedGap>.Builder gaps, ImmutableArray<OtherGaps>.Builder others)
        {
            gaps.AddRange(_gaps.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Value.ToGap(kind, g.Key)));
            others.AddRange(_others.OrderBy(o => o.Key).Select(o => new OtherGaps(kind, o.Key, o.Value)));
            _gaps.Clear();
            _others.Clear();
        }

        /// <summary>Whether there is room for another gap. Where there was none, each pays a credit, as the one that asks does.</summary>
        private bool MakeRoom()
        {
            if (_gaps.Count < GapLimits.MaxCounted)
            {
                return true;
            }

            foreach (var (template, counted) in _gaps)
            {
                if (--counted.Credit > 0)
                {
                    continue;
                }

                foreach (var day in counted.Days)
                {
                    CountOther(day.Key.Day, day.Value);
                }

                _gaps.Remove(template);
            }

            return false;
        }

        private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
    }

    private sealed class Counted(DateTimeOffset first)
    {
        private readonly List<string> _examples = [];
        private DateTimeOffset _first = first;
        private DateTimeOffset _last = first;

        /// <summary>What keeps it here: one for each time that it was asked, less one for each time that there was no room.</summary>
        public long Credit { get; set; }

        public Dictionary<(DateOnly Day, string Locale), long> Days { get; } = [];

        public void Count(DateOnly day, string locale, long count, DateTimeOffset first, DateTimeOffset last)
        {
            Days[(day, locale)] = Days.GetValueOrDefault((day, locale)) + count;
            Credit += count;
            _first = first < _first ? first : _first;
            _last = last > _last ? last : _last;
        }

        public void AddExample(string example)
        {
            if (_examples.Count < GapLimits.MaxExamples && !_examples.Contains(example, StringComparer.Ordinal))
            {
                _examples.Add(example);
            }
        }

        public CountedGap ToGap(GapKind kind, string template) => new(
            kind,
            GapId.Of(kind, template),
            template,
            _first,
            _last,
            [.. Days.OrderBy(d => d.Key.Day).ThenBy(d => d.Key.Locale, StringComparer.Ordinal).Select(d => new GapDay(d.Key.Day, d.Key.Locale, d.Value))],
            [.. _examples]);
    }
}
