using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KbApi.Reports.Gaps;
using KbApi.Search;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Insights;
using KbApi.Server.Mcp.Contracts;
using KbApi.Server.Search;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Mcp.Tools;

/// <summary><c>kb_search</c>: what answers some words.</summary>
internal sealed class SearchTool(SearchIndexes indexes, GapRecorder gaps, KbMetrics metrics) : KbTool
{
    private const int MaxQueryLength = 600;
    private const int MaxNameLength = 200;
    private const int MaxHits = 1000;
    private const int MaxLimit = 50;
    private const int DefaultLimit = 5;

    public override string Name => "kb_search";

    protected override string Title => "Search the knowledge base";

    protected override string Description =>
        "Finds entries and sections by words, best first, in any language of the content; codes in the query win. Use it for a topic or a how-to question, "
        + "or to list what there is about something; then read a hit with the resource kb://{locale}/{id}, or kb_lookup of its code. No hits means that nothing is documented: say so. "
        + "Do not use it for an error message that somebody got (use kb_classify, which says how sure it is), for a bare code (use kb_lookup), or again and again with other words when "
        + "the first two searches found nothing.";

    protected override ImmutableArray<ToolArgument> OwnArguments { get; } =
    [
        new("query", ToolArgumentKind.Text, "A few telling words, as a person would type them; no operators.") { Max = MaxQueryLength, IsRequired = true },
        new("limit", ToolArgumentKind.Integer, "The most hits to answer with.") { Min = 1, Max = MaxLimit, Default = JsonValue.Create(DefaultLimit) },
        new("article", ToolArgumentKind.Text, "Only hits in this article, by its id.") { Max = MaxNameLength },
        new("surface", ToolArgumentKind.Text, "Only hits that show on this surface: the anchor of a section.") { Max = MaxNameLength },
        new("source", ToolArgumentKind.Text, "Only hits of this source, for example ADSync.") { Max = MaxNameLength },
        new("severity", ToolArgumentKind.Text, "Only hits of this severity.") { Max = MaxNameLength, Choices = ["error", "warning", "info"] },
    ];

    protected override Type AnswerType => typeof(SearchAnswer);

    protected override AnswerPlan Plan => ToolPlans.Search;

    public override async ValueTask<ToolOutcome> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        var query = call["query"]!;
        var index = await indexes.Prepare(call.Scope.KnowledgeBase).WaitAsync(cancellation);
        var wanted = new SearchRequest
        {
            Query = query,
            Locale = call.Scope.Locale.Requested,
            Limit = MaxHits,
            Filter = new SearchFilter { Article = call["article"], Section = call["surface"], Source = call["source"], Severity = call["severity"] },
            HasHighlights = false,
        };
        var result = metrics.Search(index, wanted);
        var hits = result.Hits.Where(h => call.Scope.Locale.Chain.Contains(h.Article.Locale)).ToList();
        if (hits.Count == 0 && wanted.Filter == SearchFilter.None)
        {
            gaps.Record(GapKind.UnansweredSearch, query, call.Scope);
        }

        var highlight = index.HighlighterFor(result);
        var mapper = new SearchHitMapper(call.Scope);
        var answer = new SearchAnswer
        {
            Total = hits.Count,
            Items = [.. hits.Take(call.Arguments.Integer("limit") ?? DefaultLimit).Select(h => mapper.Map(highlight(h)))],
            DidYouMean = result.DidYouMean,
        };
        var tree = call.ToJson(answer, Plan);
        if (call.Scope.Detail == Detail.Brief)
        {
            tree["items"] = new JsonArray([.. answer.Items.Select(h => call.ToJson(h, ToolPlans.Hit))]);
        }

        return new ToolAnswer(tree, Plan, Write(answer, query, call));
    }

    private static ProseDocument Write(SearchAnswer answer, string query, ToolCall call)
    {
        var text = new ProseDocument(call.Scope.Locale.Requested.Value);
        if (answer.Items.Count == 0)
        {
            text.Note("Tool_NoHits", query);
        }
        else
        {
            text.Note("Tool_Hits", answer.Items.Count, answer.Total);
        }

        text.Bullets(answer.Items.Select(h => $"{ToolText.OneLine(h.Title)} ({ToolText.Cite(h.Id, h.Source)})" + (call.Scope.Detail == Detail.Brief ? "" : Excerpt(h))));
        return answer.DidYouMean is { } better ? text.Note("Tool_DidYouMean", better) : text;
    }

    /// <summary>The text that answers most, where it is not the title.</summary>
    private static string Excerpt(SearchHitResponse hit) => hit.Highlights.FirstOrDefault(h => h.Field != "title") is { } best ? "\n" + best.Text : "";
}
