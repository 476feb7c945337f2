using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Redaction;

namespace KbApi.Rules.Classification;

/// <summary>What the knowledge base says to a report.</summary>
public sealed record ReportClassification
{
    /// <summary>How sure it is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The entries that may answer, best first; empty where the verdict is <see cref="Verdict.Unknown"/>.</summary>
    public ImmutableArray<Candidate> Candidates { get; init; } = [];

    /// <summary>What to ask to tell the candidates apart, the best question first.</summary>
    public ImmutableArray<NextQuestion> NextQuestions { get; init; } = [];

    /// <summary>What the documents ask a report to contain and this one does not seem to.</summary>
    public ImmutableArray<IntakeField> Missing { get; init; } = [];

    /// <summary>Codes that the report names and no document has, as written, in the order of the report, each once; twenty at most.</summary>
    public ImmutableArray<string> UnknownCodes { get; init; } = [];

    /// <summary>The message without what must not be kept.</summary>
    public required RedactedText Message { get; init; }

    /// <summary>The log without what must not be kept, or null where there is none.</summary>
    public RedactedText? Log { get; init; }
}
