using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Codes;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;
using KbApi.Server.Entries;
using KbApi.Server.Mcp.Contracts;
using KbApi.Server.Telemetry;

namespace KbApi.Server.Mcp.Tools;

/// <summary><c>kb_lookup</c>: what an error code means.</summary>
internal sealed class LookupTool(KbMetrics metrics) : KbTool
{
    private const int MaxCodeLength = 200;

    /// <summary>Nobody can use more meanings of one code; <c>total</c> says how many there are.</summary>
    private const int MaxEntries = 20;

    public override string Name => "kb_lookup";

    protected override string Title => "Look up an error code";

    protected override string Description =>
        "What an error code, event id or documented error name means and what to do about it. Use it when the person or a log names a code, in any spelling: "
        + "SSPR_0029, sspr 29, 0x80230619, hr=80230619, -2145188327, 31003. An unknown code is answered with the nearest documented codes and its family: "
        + "say that it is not documented, and never present a near code as the one that was asked for. "
        + "Do not use it for a sentence or a whole message (use kb_classify), for words or a topic (use kb_search), or for several codes at once (call it once for each).";

    protected override ImmutableArray<ToolArgument> OwnArguments { get; } =
    [
        new("code", ToolArgumentKind.Text, "The code in any spelling, one only.") { Max = MaxCodeLength, IsRequired = true },
        new("source", ToolArgumentKind.Text, "Only codes of this source, for example ADSync.") { Max = MaxCodeLength },
        new("scheme", ToolArgumentKind.Text, "Only codes of this scheme, for example event or hresult.") { Max = MaxCodeLength },
    ];

    protected override Type AnswerType => typeof(LookupAnswer);

    protected override AnswerPlan Plan => ToolPlans.Lookup;

    public override ValueTask<ToolOutcome> AnswerAsync(ToolCall call, CancellationToken cancellation)
    {
        var code = call["code"]!;
        var lookup = metrics.Find(call.Scope.KnowledgeBase.Codes, code, call["source"], call["scheme"]);
        var mapper = new EntryMapper(call.Scope);
        List<EntryResponse> entries =
            [.. lookup.Owners.Take(MaxEntries).Select(o => call.Scope.KnowledgeBase.Entries.Find(o.EntryId)!).Select(mapper.Map).OfType<EntryResponse>()];
        var answer = new LookupAnswer
        {
            Status = entries.Count switch { 0 => LookupStatus.Unknown, 1 => LookupStatus.Found, _ => LookupStatus.Several },
            Code = code,
            Total = lookup.Owners.Length,
            Entries = entries,
            Nearest = entries.Count == 0 ? [.. UnknownCode.Nearest(lookup, call.Scope)] : null,
            Family = UnknownCode.FamilyOf(lookup, call.Scope),
        };
        var tree = call.ToJson(answer, Plan);
        if (call.Scope.Detail == Detail.Brief)
        {
            tree["entries"] = new JsonArray([.. entries.Select(e => call.ToJson(e, ToolPlans.Entry))]);
        }

        return ValueTask.FromResult<ToolOutcome>(new ToolAnswer(tree, Plan, Write(answer, call)) { Shared = "entries" });
    }

    private static ProseDocument Write(LookupAnswer answer, ToolCall call)
    {
        if (answer.Entries is [var only])
        {
            return EntryProse.Write(only, call.Scope, isCited: true);
        }

        var text = new ProseDocument(call.Scope.Locale.Requested.Value);
        if (answer.Entries.Count == 0)
        {
            text.Note("Tool_Unknown", answer.Code);
            if (answer.Family is { } family)
            {
                text.Note("Tool_Family", family.Title is null ? family.Pattern : $"{family.Pattern} ({family.Title})", family.Count);
            }

            return text.Section("Tool_Nearest", s => s.Bullets(answer.Nearest!.Select(n => $"{n.Code}: {n.Title} ({n.Entry})")));
        }

        text.Note("Several", answer.Code).Bullets(answer.Entries.Select(e => $"{e.Title} ({ToolText.Cite(e.Id, e.Source)})"));
        foreach (var entry in answer.Entries)
        {
            text.Append(EntryProse.Write(entry, call.Scope, isCited: true));
        }

        return text;
    }
}
