using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Classification.Questions;
using KbApi.Rules.Classification.Ranking;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification;

/// <summary>
/// Finds the entries of a knowledge base that answer error reports. Immutable and safe for several threads: nothing of a report is kept,
/// and the same report always gets the same answer.
/// </summary>
public sealed class ReportClassifier
{
    private const int MostCandidates = 10;

    /// <summary>So many entries that are not told apart are asked about.</summary>
    private const int MostAsked = 100;

    private const int MostUnknownCodes = 20;

    private readonly KnowledgeBase _knowledgeBase;
    private readonly SignalIndex _index;

    private ReportClassifier(KnowledgeBase knowledgeBase, SignalIndex index) => (_knowledgeBase, _index) = (knowledgeBase, index);

    /// <summary>Prepares a knowledge base for classifying; worth keeping as long as the knowledge base is.</summary>
    public static ReportClassifier Create(KnowledgeBase knowledgeBase)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        return new ReportClassifier(knowledgeBase, SignalIndex.Build(knowledgeBase));
    }

    /// <summary>What the knowledge base says to a report.</summary>
    /// <exception cref="ArgumentException">The report's message is blank and it has neither a code nor a log.</exception>
    public ReportClassification Classify(ErrorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (string.IsNullOrWhiteSpace(report.Message) && string.IsNullOrWhiteSpace(report.Code) && string.IsNullOrWhiteSpace(report.Log))
        {
            throw new ArgumentException("The report is empty; give its Message, Code or Log.", nameof(report));
        }

        var redactor = new Redactor();
        var message = redactor.Redact(report.Message ?? "");
        var log = report.Log is { } lines ? redactor.Redact(lines) : null;
        var texts = ReportTexts.Of(report, message, log, _index.Words.Vocabulary);
        var finder = new CandidateFinder(_index, texts);
        var ranked = AnswerFilter.Apply(finder.Find(), report.Answers, _index);
        var decision = Decision.Of(ranked);
        var chain = _knowledgeBase.ChainFor(report.Locale ?? _knowledgeBase.DefaultLocale);
        var candidates = decision.Candidates.Take(MostCandidates).Select(c => ToCandidate(c, chain)).ToImmutableArray();
        return new ReportClassification
        {
            Verdict = decision.Verdict,
            Candidates = candidates,
            NextQuestions = decision.Verdict == Verdict.Ambiguous ? QuestionFinder.Find(decision.Candidates.Take(Math.Min(decision.Tied, MostAsked)).Select(c => ToCandidate(c, chain)), report.Answers) : [],
            Missing = decision.Verdict == Verdict.Matched ? [] : MissingFields.Find(_knowledgeBase, candidates, chain, texts, _index.Words.Vocabulary),
            UnknownCodes = [.. finder.UndocumentedCodes.Select(c => WordsOf(report, c)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostUnknownCodes)],
            Message = message,
            Log = log,
        };
    }

    private static string WordsOf(ErrorReport report, CodeHit hit)
    {
        var text = hit.Field switch { ReportField.Log => report.Log, ReportField.Code => report.Code, _ => report.Message };
        return text!.Substring(hit.Token.Start, hit.Token.Length);
    }

    private Candidate ToCandidate(RankedCandidate ranked, ImmutableArray<LocaleTag> chain)
    {
        var entry = _index.Entries[ranked.Entry].InFirstOf(chain)!;
        return new Candidate(entry, _knowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!, ranked.Tier, ranked.Probability, ranked.Evidence);
    }
}
