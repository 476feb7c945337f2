using System.Collections.Immutable;
using System.Text;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Entries;
using KbApi.Server.Logs;
using KbApi.Server.Mcp.Contracts;

namespace KbApi.Server.Mcp.Tools;

/// <summary><c>kb_analyze_log</c>: what an event log tells.</summary>
internal sealed class AnalyzeLogTool(TimeProvider time) : KbTool
{
    /// <summary>A log comes in a JSON text, in a body that is bounded: larger ones are sent to <c>/v1/logs/analyze</c>.</summary>
    private const int MaxLogLength = 900_000;

    private const string LogName = "log";

    public override string Name => "kb_analyze_log";

    protected override string Title => "Analyze an event log";

    protected override string Description =>
        "Reads an event log (Windows event XML, CSV, JSON Lines or text) with what the documents know of its events: operations that failed or have no outcome, errors that repeat, gaps, services that "
        + "don't run, and the measure to take next. Findings name lines of the log and entries of the documents. Use it when there are some lines or more of a log, with their times. Pass the log as it is. "
        + "Do not use it for a single message (use kb_classify) or a bare event id (use kb_lookup); don't shorten or summarise the log first, and send logs of more than 900,000 characters to POST /v1/logs/analyze instead.";

    protected override ImmutableArray<ToolArgument> OwnArguments { get; } =
        [new(LogName, ToolArgumentKind.Text, "The log, as it is, with its line breaks.") { Max = MaxLogLength, IsRequired = true }];

    protected override Type AnswerType => typeof(LogAnswer);

    protected override AnswerPlan Plan => ToolPlans.Log;

    public override async ValueTask<ToolOutcome> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(call[LogName]!));
        var analysis = await call.Scope.Snapshot.Logs.AnalyzeAsync(log, LogName, time.GetUtcNow(), cancellation);
        if (analysis.IsRefused || analysis.Records + analysis.BrokenRecords == 0)
        {
            return new ToolRefusal(new WrongArgument(LogName, "Log"));
        }

        var answer = Map(LogMapper.Map(analysis, call.Scope), call);
        return new ToolAnswer(call.ToJson(answer, Plan), Plan, Write(answer, call));
    }

    private static LogAnswer Map(LogAnalysisResponse analysis, ToolCall call) => new()
    {
        Format = analysis.Format,
        Findings = [.. analysis.Findings.OrderByDescending(f => f.Severity)],
        NextStep = analysis.NextStep,
        Sources = [.. Cite(analysis, call)],
        Operations = analysis.Operations,
        Records = analysis.Records,
        BrokenRecords = analysis.BrokenRecords,
        Documented = analysis.Documented,
        From = analysis.From,
        To = analysis.To,
        HasZone = analysis.HasZone,
        Timeline = analysis.Timeline,
    };

    private static IEnumerable<CitationResponse> Cite(LogAnalysisResponse analysis, ToolCall call)
    {
        var mapper = new EntryMapper(call.Scope);
        var knowledgeBase = call.Scope.KnowledgeBase;
        if (analysis.NextStep is { } next && knowledgeBase.Ladders.Find(next.Ladder) is { } item && call.Scope.Locale.Choose(item) is { } ladder)
        {
            yield return new CitationResponse { Id = ladder.Id, Title = ladder.Title.Text, Source = mapper.SourceOf(ladder) };
        }

        foreach (var id in analysis.Findings.OrderByDescending(f => f.Severity).SelectMany(f => f.Entries).Distinct(StringComparer.Ordinal))
        {
            if (knowledgeBase.Entries.Find(id) is { } found && call.Scope.Locale.Choose(found) is { } entry)
            {
                yield return new CitationResponse { Id = id, Title = entry.Title.Text, Source = mapper.SourceOf(entry) };
            }
        }
    }

    private static ProseDocument Write(LogAnswer answer, ToolCall call)
    {
        var sources = answer.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        string CiteAll(IEnumerable<string> ids) => string.Join("; ", ids.Where(sources.ContainsKey).Select(id => ToolText.Cite(id, sources[id].Source)));

        var text = new ProseDocument(call.Scope.Locale.Requested.Value).Note("Tool_Log", answer.Records, answer.Documented, answer.Findings.Count);
        if (answer.NextStep is { } next)
        {
            text.Note("Tool_NextStep", next.Number, ToolText.OneLine(next.Title), CiteAll([next.Ladder]));
        }

        return text.Section("Tool_Findings", s => s.Bullets(answer.Findings.Select(f => f.Entries.Count == 0
            ? text.Label("Tool_Finding", f.Message, f.Line)
            : text.Label("Tool_FindingOf", f.Message, f.Line, CiteAll(f.Entries)))));
    }
}
