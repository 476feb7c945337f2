using System.Collections.Immutable;
using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Logs;
using KbApi.Rules.Triage;

namespace KbApi.Cli.Triage;

/// <summary>How a line of the page is shown.</summary>
internal enum PageLineKind
{
    Title,
    Heading,
    Text,
    Bullet,
    Number,
}

/// <summary>A line of the page.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Text">What it says.</param>
internal sealed record PageLine(PageLineKind Kind, string Text);

/// <summary>Puts what is known of a ticket on one page: what happened, how sure that is, what to do, what to ask.</summary>
internal sealed class TriagePage
{
    private const int MostFindings = 15;
    private const int MostOptions = 5;
    private const int MostEvidence = 5;

    private readonly ITerminal _terminal;
    private readonly CultureInfo _culture;
    private readonly List<PageLine> _lines = [];

    private TriagePage(ITerminal terminal, LocaleTag locale) => (_terminal, _culture) = (terminal, locale.ToCulture());

    public static IReadOnlyList<PageLine> Of(ITerminal terminal, TriageReport report, LocaleTag locale)
    {
        var page = new TriagePage(terminal, locale);
        page.AddVerdict(report);
        page.AddLogs(report.Logs);
        page.AddMeasures(report);
        page.AddLadder(report.Ladder);
        page.AddQuestions(report.Classification);
        return page._lines;
    }

    private void AddVerdict(TriageReport report)
    {
        var classification = report.Classification;
        Add(PageLineKind.Title, Text("Triage_Title"));
        var best = classification.Candidates.FirstOrDefault();
        Add(PageLineKind.Text, classification.Verdict switch
        {
            Verdict.Matched => Text("Triage_Matched", best!.Score),
            Verdict.Ambiguous => Text("Triage_Ambiguous", classification.Candidates.Length),
            _ when report.Entries.Length > 0 => Text("Triage_LogOnly"),
            _ => Text("Triage_Unknown"),
        });
        foreach (var candidate in classification.Candidates.Take(classification.Verdict == Verdict.Matched ? 1 : MostOptions))
        {
            var why = candidate.Evidence.Take(MostEvidence).Select(e => string.Create(
                CultureInfo.InvariantCulture,
                $"{Text("Classify_Tier_" + e.Tier)} ({Text("Triage_In_" + e.Field)} {e.Span.Start}\u2013{e.Span.End})"));
            Add(PageLineKind.Bullet, string.Create(CultureInfo.InvariantCulture, $"{candidate.Score:P0} {OneLine(candidate.Entry.Title.Text)} [{candidate.Entry.Id}]: {string.Join(", ", why)}"));
        }
    }

    private void AddLogs(ImmutableArray<LogAnalysis> logs)
    {
        if (logs.IsEmpty)
        {
            return;
        }

        Add(PageLineKind.Heading, Text("Triage_Happened"));
        foreach (var log in logs)
        {
            Add(PageLineKind.Text, log.From is { } from && log.To is { } to
                ? Text("Triage_LogSpan", log.Name, log.Records, Time(from, log.HasZone), Time(to, log.HasZone), log.Documented)
                : Text("Triage_Log", log.Name, log.Records, log.Documented));
            foreach (var operation in log.Operations)
            {
                Add(PageLineKind.Bullet, Text("Triage_Operation", operation.Name, operation.Started, operation.Succeeded, operation.Failed, operation.WithoutOutcome, operation.Open));
            }

            var findings = log.Findings.OrderByDescending(f => f.Diagnostic.Severity).ToList();
            foreach (var finding in findings.Take(MostFindings))
            {
                Add(PageLineKind.Bullet, Text("Triage_Finding", finding.Diagnostic.Id, finding.Diagnostic.GetMessage(_culture), finding.Diagnostic.Location.Start.Line + 1));
            }

            if (findings.Count > MostFindings)
            {
                Add(PageLineKind.Bullet, Text("Triage_MoreFindings", findings.Count - MostFindings));
            }

            if (findings.Count == 0)
            {
                Add(PageLineKind.Text, Text("Triage_NoFindings"));
            }
        }
    }

    private void AddMeasures(TriageReport report)
    {
        if (report.Entries.IsEmpty)
        {
            return;
        }

        Add(PageLineKind.Heading, Text("Triage_Measures"));
        foreach (var entry in report.Entries)
        {
            Add(PageLineKind.Text, $"{OneLine(entry.Title.Text)} [{entry.Id}]");
            foreach (var text in entry.Resolution?.Paragraphs.Select(p => p.Text) ?? entry.Causes.Concat(entry.Descriptions).Take(1).Select(p => p.Text))
            {
                Add(PageLineKind.Bullet, OneLine(text));
            }
        }
    }

    private void AddLadder(LadderPosition? position)
    {
        if (position is null)
        {
            return;
        }

        var rungs = position.Ladder.Rungs;
        Add(PageLineKind.Heading, position.Next is { } next
            ? Text("Triage_Next", next + 1, rungs.Length, OneLine(rungs[next].Text.Text))
            : Text("Triage_AllTried", OneLine(position.Ladder.Title.Text)));
        if (!position.Tried.IsEmpty && position.Next is not null)
        {
            Add(PageLineKind.Text, Text("Triage_Tried", string.Join("; ", position.Tried.Select(i => OneLine(rungs[i].Text.Text)))));
        }

        foreach (var step in position.Procedure?.Steps ?? [])
        {
            Add(PageLineKind.Number, OneLine(step.Text.Text));
        }

        foreach (var warning in position.Procedure?.Warnings ?? [])
        {
            Add(PageLineKind.Bullet, OneLine(warning.Text));
        }
    }

    private void AddQuestions(ReportClassification classification)
    {
        if (classification.NextQuestions.IsEmpty && classification.Missing.IsEmpty)
        {
            return;
        }

        Add(PageLineKind.Heading, Text("Triage_Questions"));
        foreach (var question in classification.NextQuestions)
        {
            var options = question.Options.Take(MostOptions).Select(o => OneLine(o.Text));
            Add(PageLineKind.Bullet, $"{Text("Classify_Question_" + question.Kind)} {string.Join(" / ", options)}");
        }

        foreach (var field in classification.Missing)
        {
            Add(PageLineKind.Bullet, $"{field.Name}: {OneLine(field.Question.Text)}");
        }
    }

    private void Add(PageLineKind kind, string text) => _lines.Add(new PageLine(kind, text));

    private string Text(string name, params object[] values) => _terminal.TextIn(_culture, name, values);

    private static string Time(DateTimeOffset time, bool hasZone) =>
        time.UtcDateTime.ToString(hasZone ? "yyyy-MM-dd HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
