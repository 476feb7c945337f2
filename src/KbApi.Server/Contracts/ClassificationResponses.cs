using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;

namespace KbApi.Server.Contracts;

/// <summary>What the knowledge base says to a report.</summary>
internal record ClassificationResponse
{
    /// <summary>`matched`: one entry answers the report. `ambiguous`: several may, and a question tells them apart. `unknown`: none does.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The entries that may answer, best first, at most ten; none where the verdict is `unknown`.</summary>
    public required IReadOnlyList<CandidateResponse> Candidates { get; init; }

    /// <summary>What to ask to tell the candidates apart, the best question first; none where the verdict is not `ambiguous`.</summary>
    public required IReadOnlyList<QuestionResponse> NextQuestions { get; init; }

    /// <summary>What the documents ask a report to contain and this one does not seem to.</summary>
    public required IReadOnlyList<MissingFieldResponse> Missing { get; init; }

    /// <summary>What was masked before anything was compared, in the order of the texts.</summary>
    public required IReadOnlyList<RedactionResponse> Redactions { get; init; }

    /// <summary>The message with placeholders for what was masked: the form to keep. The log's can be made of `redactions`.</summary>
    /// <example>Event ID 31003 from PasswordResetService, user [email-1]</example>
    public required string Message { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>An entry that may answer a report.</summary>
internal sealed record CandidateResponse
{
    /// <summary>The id of the entry.</summary>
    /// <example>sspr/31003</example>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>How likely it is, from 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The strongest evidence for it; a weaker kind never outvotes a stronger one.</summary>
    public required SignalTier Rule { get; init; }

    /// <summary>What speaks for it: places in the report.</summary>
    public required IReadOnlyList<EvidenceResponse> Evidence { get; init; }

    /// <summary>What to do; absent where the documents do not say.</summary>
    public ResolutionResponse? Resolution { get; init; }

    /// <summary>The locale of the text.</summary>
    public required string Locale { get; init; }

    /// <summary>Whether the text is in another language than asked for.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>Its codes.</summary>
    public required IReadOnlyList<CodeResponse> Codes { get; init; }

    /// <summary>How bad it is.</summary>
    public required EntrySeverity Severity { get; init; }

    /// <summary>Where it stands in the content.</summary>
    public required SourceResponse Source { get; init; }
}

/// <summary>A place in a report that speaks for an entry.</summary>
internal sealed record EvidenceResponse
{
    /// <summary>The text of the report.</summary>
    public required ReportField Field { get; init; }

    /// <summary>Where the place begins in that text as it was given, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required int End { get; init; }

    /// <summary>What was recognised there.</summary>
    public required SignalTier Rule { get; init; }
}

/// <summary>A question whose answer tells candidates apart.</summary>
internal sealed record QuestionResponse
{
    /// <summary>What to give the answer under in `answers` of the next request.</summary>
    /// <example>code</example>
    public required string Id { get; init; }

    /// <summary>The question in the language of the answer.</summary>
    /// <example>Which code is shown?</example>
    public required string Text { get; init; }

    /// <summary>The answers that make a difference.</summary>
    public required IReadOnlyList<QuestionOptionResponse> Options { get; init; }
}

/// <summary>An answer to choose.</summary>
internal sealed record QuestionOptionResponse
{
    /// <summary>What to give as the answer.</summary>
    public required string Value { get; init; }

    /// <summary>What to show, from the documents.</summary>
    public required string Text { get; init; }

    /// <summary>The ids of the candidates that it speaks for.</summary>
    public required IReadOnlyList<string> Entries { get; init; }
}

/// <summary>Something that the documents ask a report to contain.</summary>
internal sealed record MissingFieldResponse
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What to ask for, in the words of the document.</summary>
    public required string Question { get; init; }
}

/// <summary>Something that was masked.</summary>
internal sealed record RedactionResponse
{
    /// <summary>The text of the report.</summary>
    public required ReportField Field { get; init; }

    /// <summary>Where it begins in that text as it was given, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public required int End { get; init; }

    /// <summary>What it is.</summary>
    public required RedactionKind Kind { get; init; }

    /// <summary>What stands in its place; the same thing has the same placeholder in all texts of a report.</summary>
    /// <example>[email-1]</example>
    public required string Placeholder { get; init; }
}

/// <summary>The answer to one line of a batch: what it is classified as, or `error`.</summary>
internal sealed record BatchResponseLine
{
    /// <summary>The number of the line in the request, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The `id` of the report; absent where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>As in the answer to a single report; absent where there is an `error`, and so are the following.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>As in the answer to a single report.</summary>
    public IReadOnlyList<CandidateResponse>? Candidates { get; init; }

    /// <summary>As in the answer to a single report.</summary>
    public IReadOnlyList<QuestionResponse>? NextQuestions { get; init; }

    /// <summary>As in the answer to a single report.</summary>
    public IReadOnlyList<MissingFieldResponse>? Missing { get; init; }

    /// <summary>As in the answer to a single report.</summary>
    public IReadOnlyList<RedactionResponse>? Redactions { get; init; }

    /// <summary>As in the answer to a single report.</summary>
    public string? Message { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`, which is counted for each line; absent where nothing is.</summary>
    public bool? Truncated { get; init; }

    /// <summary>Why the line cannot be classified; absent where it is.</summary>
    public ProblemResponse? Error { get; init; }
}
