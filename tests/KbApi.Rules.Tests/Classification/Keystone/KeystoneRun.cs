using KbApi.Rules.Classification;

namespace KbApi.Rules.Tests.Classification.Keystone;

/// <summary>Where a report led to.</summary>
internal enum KeystoneOutcome
{
    /// <summary>To its entry.</summary>
    Matched,

    /// <summary>To its entry, once the questions were answered.</summary>
    Separated,

    /// <summary>To questions none of which has its entry among its options, or has it under a text that other options have as well.</summary>
    NotSeparated,

    /// <summary>To another entry.</summary>
    Other,

    /// <summary>To none.</summary>
    Unknown,
}

/// <summary>Classifies the reports of the keystone test, and answers what is asked as somebody would who has the problem that the entry describes.</summary>
internal static class KeystoneRun
{
    public static (KeystoneOutcome Outcome, string? First) Of(ReportClassifier classifier, KeystoneCase @case)
    {
        var report = @case.Report;
        var isAsked = false;
        var result = classifier.Classify(report);
        var first = result.Candidates.FirstOrDefault()?.Entry.Id;
        while (result.Verdict == Verdict.Ambiguous)
        {
            if (result.NextQuestions.Select(q => (q.Id, Option: OptionOf(q, @case.Entry))).FirstOrDefault(q => q.Option is not null) is not { Option: { } option } answered)
            {
                return (KeystoneOutcome.NotSeparated, first);
            }

            isAsked = true;
            report = report with { Answers = report.Answers.Add(answered.Id, option.Value) };
            result = classifier.Classify(report);
        }

        var outcome = result.Verdict == Verdict.Unknown
            ? KeystoneOutcome.Unknown
            : result.Candidates[0].Entry.Id != @case.Entry ? KeystoneOutcome.Other : isAsked ? KeystoneOutcome.Separated : KeystoneOutcome.Matched;
        return (outcome, first);
    }

    private static QuestionOption? OptionOf(NextQuestion question, string entry) =>
        question.Options.FirstOrDefault(o => o.Entries.Contains(entry) && question.Options.Count(other => other.Text == o.Text) == 1);
}
