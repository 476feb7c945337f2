using KbApi.Rules.Logs;
using KbApi.Server.Contracts;

namespace KbApi.Server.Mcp.Contracts;

/// <summary>What became of a look-up.</summary>
internal enum LookupStatus
{
    /// <summary>The code has one meaning.</summary>
    Found,

    /// <summary>The code has several meanings.</summary>
    Several,

    /// <summary>The code is not documented.</summary>
    Unknown,
}

/// <summary>The answer of <c>kb_lookup</c>.</summary>
internal sealed record LookupAnswer
{
    public required LookupStatus Status { get; init; }

    /// <summary>The code as it was asked for.</summary>
    public required string Code { get; init; }

    /// <summary>How many meanings it has, also those that are not in the answer.</summary>
    public required int Total { get; init; }

    /// <summary>What it means, at most 20; those that are about the code stand before those that mention it.</summary>
    public required IReadOnlyList<EntryResponse> Entries { get; init; }

    /// <summary>Of an unknown code: documented codes that are close.</summary>
    public IReadOnlyList<NearCodeResponse>? Nearest { get; init; }

    /// <summary>Of an unknown code: what it seems to belong to.</summary>
    public CodeFamilyResponse? Family { get; init; }

    public bool? Truncated { get; init; }
}

/// <summary>The answer of <c>kb_search</c>.</summary>
internal sealed record SearchAnswer
{
    /// <summary>How many hits there are, also those that are not in the answer.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<SearchHitResponse> Items { get; init; }

    /// <summary>The query as it was probably meant.</summary>
    public string? DidYouMean { get; init; }

    public bool? Truncated { get; init; }
}

/// <summary>What to do next in a conversation.</summary>
internal enum NextOutcome
{
    /// <summary>One entry answers.</summary>
    Matched,

    /// <summary>There is something to ask.</summary>
    Ask,

    /// <summary>Nothing is left to ask and no single entry answers: a person has to take over.</summary>
    HandOver,
}

/// <summary>The answer of <c>kb_next_question</c>.</summary>
internal sealed record NextQuestionAnswer
{
    public required NextOutcome Outcome { get; init; }

    /// <summary>What to ask.</summary>
    public QuestionResponse? Question { get; init; }

    /// <summary>The entry that answers.</summary>
    public CandidateResponse? Entry { get; init; }

    /// <summary>The ids of entries that are still possible, best first.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>The message, and answers to what a report should contain, with placeholders for what was masked: the form to keep.</summary>
    public required string Message { get; init; }

    public bool? Truncated { get; init; }
}

/// <summary>Where something stands that an answer names.</summary>
internal sealed record CitationResponse
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required SourceResponse Source { get; init; }
}

/// <summary>The answer of <c>kb_analyze_log</c>.</summary>
internal sealed record LogAnswer
{
    public required LogFormat Format { get; init; }

    /// <summary>What was found, the most serious first.</summary>
    public required IReadOnlyList<LogFindingResponse> Findings { get; init; }

    /// <summary>The measure to take next.</summary>
    public NextStepResponse? NextStep { get; init; }

    /// <summary>Where the documents describe what findings and the next step name.</summary>
    public required IReadOnlyList<CitationResponse> Sources { get; init; }

    public required IReadOnlyList<OperationSummaryResponse> Operations { get; init; }

    public required long Records { get; init; }

    public required long BrokenRecords { get; init; }

    public required long Documented { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public required bool HasZone { get; init; }

    public required IReadOnlyList<TimelineEventResponse> Timeline { get; init; }

    public bool? Truncated { get; init; }
}
