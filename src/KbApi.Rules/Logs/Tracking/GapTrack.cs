using KbApi.Rules.Catalog;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Counts codes that no document has and one should.</summary>
internal sealed class GapTrack(LogKnowledge knowledge, FindingSink findings)
{
    private const int MostNearest = 3;

    private readonly Dictionary<(string? Source, string Code), (int Count, Occurrence First, Occurrence Last)> _codes = [];
    private readonly Dictionary<(string? Source, string Code), string?> _sources = [];
    private readonly Dictionary<(string? Source, string Code, EventLevel? Level), bool> _known = [];

    /// <summary>Counts a record whose event is not documented, and says whether it should be.</summary>
    public bool Add(LogEvent record)
    {
        if (record.EventId is null || !IsGap(record))
        {
            return false;
        }

        var key = (record.Source?.ToUpperInvariant(), record.EventId);
        var at = Occurrence.Of(record);
        if (_codes.TryGetValue(key, out var seen))
        {
            _codes[key] = (seen.Count + 1, at.Time < seen.First.Time ? at : seen.First, at.Time < seen.Last.Time ? seen.Last : at);
        }
        else if (_codes.Count < LogLimits.OpenThings)
        {
            _codes[key] = (1, at, at);
            _sources[key] = record.Source;
        }

        return true;
    }

    public void Complete()
    {
        foreach (var ((source, code), (count, first, last)) in _codes)
        {
            var lookup = knowledge.KnowledgeBase.Codes.Find(code);
            findings.Report(
                LogDiagnostics.UnknownCode, first, last,
                f => f with { Code = code, Count = count, Nearest = [.. lookup.Nearest.Select(n => n.Code.Value).Take(MostNearest)] },
                code, _sources[(source, code)] ?? "\u2013", count);
        }
    }

    private bool IsGap(LogEvent record)
    {
        var key = (record.Source, record.EventId!, record.Level);
        if (!_known.TryGetValue(key, out var isGap))
        {
            isGap = knowledge.IsGap(record);
            if (_known.Count < LogLimits.OpenThings)
            {
                _known[key] = isGap;
            }
        }

        return isGap;
    }
}
