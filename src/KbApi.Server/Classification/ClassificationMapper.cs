using System.Resources;
using KbApi.Rules.Classification;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;
using KbApi.Server.Contracts;
using KbApi.Server.Entries;
using KbApi.Server.Http;

namespace KbApi.Server.Classification;

/// <summary>Makes answers of classifications.</summary>
internal sealed class ClassificationMapper(AnswerScope request)
{
    private static readonly ResourceManager Texts = new("KbApi.Server.Classification.Questions", typeof(ClassificationMapper).Assembly);

    private readonly EntryMapper _entries = new(request);

    public ClassificationResponse Map(ReportClassification classification) => new()
    {
        Verdict = classification.Verdict,
        Candidates = [.. classification.Candidates.Select(Map)],
        NextQuestions = [.. classification.NextQuestions.Select(Map)],
        Missing = [.. classification.Missing.Select(f => new MissingFieldResponse { Name = f.Name, Question = f.Question.Text })],
        Redactions =
        [
            .. Map(ReportField.Message, classification.Message),
            .. classification.Log is { } log ? Map(ReportField.Log, log) : [],
        ],
        Message = classification.Message.Text,
    };

    private CandidateResponse Map(Candidate candidate) => new()
    {
        Id = candidate.Entry.Id,
        Title = candidate.Entry.Title.Text,
        Score = candidate.Score,
        Rule = candidate.Tier,
        Evidence = [.. candidate.Evidence.Select(e => new EvidenceResponse { Field = e.Field, Start = e.Span.Start, End = e.Span.End, Rule = e.Tier })],
        Resolution = candidate.Entry.Resolution is { } resolution ? EntryMapper.Map(resolution) : null,
        Locale = candidate.Entry.Locale.Value,
        IsFallback = request.IsFallback(candidate.Entry.Locale),
        Codes = EntryMapper.CodesOf(candidate.Entry),
        Severity = candidate.Entry.Severity,
        Source = _entries.SourceOf(candidate.Entry),
    };

    private QuestionResponse Map(NextQuestion question) => new()
    {
        Id = question.Id,
        Text = Texts.GetString(question.Kind.ToString(), request.Locale.Requested.ToCulture())!,
        Options = [.. question.Options.Select(o => new QuestionOptionResponse { Value = o.Value, Text = o.Text, Entries = o.Entries })],
    };

    private static IEnumerable<RedactionResponse> Map(ReportField field, RedactedText text) => text.Redactions.Select(r => new RedactionResponse
    {
        Field = field,
        Start = r.Span.Start,
        End = r.Span.End,
        Kind = r.Kind,
        Placeholder = r.Placeholder,
    });
}
