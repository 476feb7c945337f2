using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Catalog;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Triage;

/// <summary>Puts together what a knowledge base says to a ticket and to its logs. Immutable and safe for several threads.</summary>
public sealed class TriageDesk
{
    private const int MostEntries = 5;

    /// <summary>What tells of a cause stands before what tells of its effect.</summary>
    private static readonly ImmutableArray<DiagnosticDescriptor> Order =
    [
        LogDiagnostics.ServiceStopped, LogDiagnostics.DocumentedProblem, LogDiagnostics.OperationFailed, LogDiagnostics.NoOutcome,
        LogDiagnostics.RepeatedWarning, LogDiagnostics.MissingHeartbeat, LogDiagnostics.FailedHeartbeat,
    ];

    private readonly KnowledgeBase _knowledgeBase;
    private readonly ReportClassifier _classifier;
    private readonly LadderGuide _ladders;

    private TriageDesk(KnowledgeBase knowledgeBase, ReportClassifier classifier)
    {
        (_knowledgeBase, _classifier) = (knowledgeBase, classifier);
        _ladders = new LadderGuide(knowledgeBase);
    }

    /// <summary>Prepares a knowledge base for triage.</summary>
    /// <param name="knowledgeBase">What is known.</param>
    /// <param name="classifier">Classifies the tickets; made of the same knowledge base.</param>
    public static TriageDesk Create(KnowledgeBase knowledgeBase, ReportClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(classifier);
        return new TriageDesk(knowledgeBase, classifier);
    }

    /// <summary>What is known of a ticket.</summary>
    /// <param name="ticket">The ticket; of a longer message and log than <see cref="ReportLimits"/> allow the beginning is read.</param>
    /// <param name="logs">What its logs tell; empty where there are none.</param>
    /// <exception cref="ArgumentException">The ticket is blank and no log shows anything.</exception>
    public TriageReport Examine(ErrorReport ticket, ImmutableArray<LogAnalysis> logs)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var excerpt = ExcerptText.Write(logs.SelectMany(l => l.Excerpt));
        var classification = _classifier.Classify(ticket with
        {
            Message = Shortened(ticket.Message ?? "", ReportLimits.MessageLength),
            Log = Shortened(string.Join('\n', new[] { ticket.Log, excerpt }.Where(t => !string.IsNullOrEmpty(t))), ReportLimits.LogLength) is { Length: > 0 } log ? log : null,
        });
        var chain = _knowledgeBase.ChainFor(ticket.Locale ?? _knowledgeBase.DefaultLocale);
        var mask = new TicketMask(logs.SelectMany(l => l.Excerpt).Select(e => e.Machine).OfType<string>());
        var entries = EntriesOf(classification, logs).Select(_knowledgeBase.Entries.Find).OfType<Localized<Entry>>().Where(IsUseful).Take(MostEntries).ToImmutableArray();
        return new TriageReport
        {
            Classification = classification,
            Logs = logs,
            Entries = [.. entries.Select(e => e.InFirstOf(chain)).OfType<Entry>()],
            Ladder = _ladders.Find(entries, logs, ticket.Message ?? "", chain),
            Ticket = mask.Apply(Shortened(ticket.Message ?? "", ReportLimits.MessageLength)),
            Events = mask.Apply(excerpt),
        };
    }

    /// <summary>Where on a ladder to begin, for logs without a ticket; null where no ladder is about what they show.</summary>
    public LadderPosition? LadderFor(LogAnalysis log, LocaleTag locale)
    {
        ArgumentNullException.ThrowIfNull(log);
        var entries = EntriesOf(log).Select(_knowledgeBase.Entries.Find).OfType<Localized<Entry>>().Take(MostEntries).ToImmutableArray();
        return _ladders.Find(entries, [log], "", _knowledgeBase.ChainFor(locale));
    }

    /// <summary>Whether an entry says what to do, or at least what is wrong; one that says that something began does neither.</summary>
    private static bool IsUseful(Localized<Entry> entry) => entry.Variants.Any(v => v.Resolution is not null || v.Severity > EntrySeverity.Info);

    private static IEnumerable<string> EntriesOf(ReportClassification classification, ImmutableArray<LogAnalysis> logs)
    {
        var answers = classification.Candidates.Select(c => c.Entry.Id);
        var shown = logs.SelectMany(EntriesOf);

        // What nobody is sure of stands behind what the logs show.
        return (classification.Verdict == Verdict.Matched ? answers.Take(1).Concat(shown) : shown.Concat(answers)).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> EntriesOf(LogAnalysis log) => log.Findings
        .Where(f => Order.Contains(f.Diagnostic.Descriptor))
        .OrderByDescending(f => f.Diagnostic.Severity).ThenBy(f => Order.IndexOf(f.Diagnostic.Descriptor))
        .SelectMany(f => f.Entries);

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}
