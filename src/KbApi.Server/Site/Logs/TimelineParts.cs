using KbApi.Rules.Logs;
using KbApi.Server.Http;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Logs;

/// <summary>A timeline as a picture, and the same as a table.</summary>
internal static class TimelineParts
{
    private const double Width = 1000;
    private const double LabelWidth = 190;
    private const double LaneHeight = 34;
    private const double Top = 26;
    private const double SmallestBar = 6;

    public static Html All(LogAnalysis analysis, SiteRequest request) => Timeline.Of(analysis, request) is { } timeline
        ? Html.Of($"""
            <figure class="timeline">
            <div class="scroll" tabindex="0" role="region" aria-labelledby="timeline">{Picture(timeline, request)}</div>
            <figcaption>{Legend(timeline, request)}</figcaption>
            </figure>
            <details class="table"><summary>{request.Words["AsTable"]}</summary>{Table(timeline, request)}</details>
            """)
        : Html.Of($"""<p class="empty">{request.Words["NoTimeline"]}</p>""");

    private static Html Picture(Timeline timeline, SiteRequest request)
    {
        var height = Top + (timeline.Lanes.Count * LaneHeight) + 6;
        var title = request.Words.With("TimelineTitle", timeline.Lanes.Count, timeline.Lanes.Sum(l => l.Items.Count));
        return Html.Of($"""
            <svg viewBox="0 0 {Width} {height}" role="img" aria-label="{title}">
            {Html.Each(Enumerable.Range(0, timeline.Lanes.Count), Ground)}
            {Html.Each(TimeScale.Ticks(timeline.From, timeline.To), t => Tick(t, timeline, height, request))}
            {Html.Each(timeline.Lanes.Select((l, i) => (Lane: l, Row: i)), l => Lane(l.Lane, l.Row, timeline, request))}
            </svg>
            """);
    }

    private static Html Tick(DateTimeOffset time, Timeline timeline, double height, SiteRequest request)
    {
        var x = XOf(time, timeline);
        return Html.Of($"""
            <line class="tick" x1="{x}" x2="{x}" y1="{Top}" y2="{height}"/><text class="time" x="{x}" y="{Top - 10}" text-anchor="middle">{TimeScale.Label(time, timeline.From, timeline.To, request.Words.Culture)}</text>
            """);
    }

    private static Html Ground(int row) => Html.Of(
        $"""<rect class="{(row % 2 == 0 ? "lane" : "lane odd")}" x="0" y="{Top + (row * LaneHeight)}" width="{Width}" height="{LaneHeight}"/>""");

    private static Html Lane(TimelineLane lane, int row, Timeline timeline, SiteRequest request)
    {
        var y = Top + (row * LaneHeight);
        return Html.Of($"""
            <g><text class="name" x="10" y="{y + (LaneHeight / 2) + 4.5}">{Shortened(lane.Name)}</text>
            {Html.Each(lane.Items, i => Item(i, y, timeline, request))}</g>
            """);
    }

    private static Html Item(TimelineItem item, double y, Timeline timeline, SiteRequest request)
    {
        var x = XOf(item.From, timeline);
        var middle = y + (LaneHeight / 2);
        var words = $"{item.Name}, {request.Words["Kind_" + item.Kind]}, {TimeScale.Full(item.From, request.Words.Culture)}, {request.Words.With("Line", item.Line)}";
        return item.Kind is "succeeded" or "failed" or "open" || (item.Kind == "missing" && item.To > item.From)
            ? Html.Of($"""<rect class="{("bar " + item.Kind)}" x="{x}" y="{middle - 8}" width="{Math.Max(SmallestBar, XOf(item.To, timeline) - x)}" height="16" rx="4"><title>{words}</title></rect>""")
            : item.Kind is "missing"
                ? Html.Of($"""<path class="bar missing" d="{Shape(x, middle, "arrow")}"><title>{words}</title></path>""")
                : Html.Of($"""<path class="{("mark " + item.Kind)}" d="{Shape(x, middle, item.Kind)}"><title>{words}</title></path>""");
    }

    /// <summary>Kinds differ in shape, not only in colour.</summary>
    private static string Shape(double x, double y, string kind) => FormattableString.Invariant(kind switch
    {
        "error" => (FormattableString)$"M{x:0.#} {y - 8:0.#}l8 8-8 8-8-8z",
        "warning" => $"M{x:0.#} {y - 8:0.#}l9 15h-18z",
        "arrow" => $"M{x:0.#} {y - 8:0.#}h8l8 8-8 8h-8z",
        "unknown" => $"M{x - 6:0.#} {y - 6:0.#}h12v12h-12z",
        _ => $"M{x - 7:0.#} {y:0.#}a7 7 0 1 0 14 0 7 7 0 1 0 -14 0z",
    });

    private static Html Legend(Timeline timeline, SiteRequest request) => Html.Of($"""
        <ul class="legend">{Html.Each(timeline.Lanes.SelectMany(l => l.Items).Select(i => i.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), k => Html.Of(
            $"""<li><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">{(k is "succeeded" or "failed" or "open"
                ? Html.Of($"""<rect class="{("bar " + k)}" x="1" y="5" width="18" height="10" rx="3"/>""")
                : Html.Of($"""<path class="{((k == "missing" ? "bar " : "mark ") + k)}" d="{Shape(k == "missing" ? 2 : 10, 10, k == "missing" ? "arrow" : k)}"/>"""))}</svg>{request.Words["Kind_" + k]}</li>"""))}</ul>
        """);

    private static Html Table(Timeline timeline, SiteRequest request)
    {
        var words = request.Words;
        var rows = timeline.Lanes.SelectMany(l => l.Items.Select(i => (Lane: l.Name, Item: i))).OrderBy(r => r.Item.From).ThenBy(r => r.Item.Line);
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{words["AsTable"]}"><table><thead><tr><th scope="col">{words["Time"]}</th><th scope="col">{words["What"]}</th><th scope="col">{words["Outcome"]}</th><th scope="col" class="number">{words["LineHead"]}</th></tr></thead>
            <tbody>{Html.Each(rows, r => Html.Of($"""<tr><td class="nowrap">{TimeScale.Full(r.Item.From, words.Culture)}</td><td>{What(r.Lane, r.Item, request)}</td><td>{words["Kind_" + r.Item.Kind]}</td><td class="number">{r.Item.Line}</td></tr>"""))}</tbody></table></div>
            """);
    }

    private static Html What(string lane, TimelineItem item, SiteRequest request)
    {
        var text = lane == item.Name ? lane : $"{lane} {item.Name}";
        return item.EntryId is { } id ? Html.Of($"""<a href="{request.ToEntry(id)}">{text}</a>""") : Html.Of($"{text}");
    }

    private static double XOf(DateTimeOffset time, Timeline timeline)
    {
        const double margin = 20;
        var all = (timeline.To - timeline.From).TotalSeconds;
        var share = all <= 0 ? 0.5 : Math.Clamp((time - timeline.From).TotalSeconds / all, 0, 1);
        return LabelWidth + margin + (share * (Width - LabelWidth - (2 * margin)));
    }

    private static string Shortened(string name) => name.Length <= 24 ? name : Beginning.Of(name, 23) + "…";
}
