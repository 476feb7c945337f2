namespace KbApi.Reports.Gaps;

/// <summary>What was read of gaps, table by table, put together.</summary>
internal sealed class GapRows
{
    public List<(GapKind Kind, string Id, string Template, DateTimeOffset First, DateTimeOffset Last)> Gaps { get; } = [];

    public List<(GapKind Kind, string Id, GapDay Day)> Days { get; } = [];

    public List<(GapKind Kind, string Id, string Example)> Examples { get; } = [];

    public List<OtherGaps> Others { get; } = [];

    public GapCounts ToCounts()
    {
        var days = Days.ToLookup(d => (d.Kind, d.Id), d => d.Day);
        var examples = Examples.ToLookup(e => (e.Kind, e.Id), e => e.Example);
        return new GapCounts(
            [.. Gaps.Select(g => new CountedGap(g.Kind, g.Id, g.Template, g.First, g.Last, [.. days[(g.Kind, g.Id)]], [.. examples[(g.Kind, g.Id)]]))],
            [.. Others]);
    }
}
