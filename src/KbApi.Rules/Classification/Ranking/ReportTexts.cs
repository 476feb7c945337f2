using System.Collections.Immutable;
using KbApi.Rules.Classification.Signals;
using KbApi.Rules.Classification.Words;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>A text of a report, as it is compared: of the length of the original, so that places in it are places in that.</summary>
internal sealed record ReportText(ReportField Field, string Text, List<CodeToken> Codes, ReportWords Words);

/// <summary>The texts of a report.</summary>
internal sealed record ReportTexts(ImmutableArray<ReportText> All, ErrorReport Report)
{
    /// <summary>Stands for a character that was taken out.</summary>
    private const char Redacted = '\uFFFC';

    public static ReportTexts Of(ErrorReport report, RedactedText message, RedactedText? log, Vocabulary vocabulary)
    {
        var texts = ImmutableArray.CreateBuilder<ReportText>();
        texts.Add(Create(ReportField.Message, report.Message ?? "", message, vocabulary));
        if (log is not null)
        {
            texts.Add(Create(ReportField.Log, report.Log!, log, vocabulary));
        }

        if (!string.IsNullOrWhiteSpace(report.Code))
        {
            texts.Add(Create(ReportField.Code, report.Code, new RedactedText(report.Code, []), vocabulary));
        }

        return new ReportTexts(texts.ToImmutable(), report);
    }

    /// <summary>The words that describe the problem: those of the message, or of the log where there is no message.</summary>
    public ReportWords Words => TextOfWords.Words;

    /// <summary>The text that <see cref="Words"/> are read from.</summary>
    public ReportField FieldOfWords => TextOfWords.Field;

    private ReportText TextOfWords => !All[0].Words.Words.IsEmpty || All.Length == 1 ? All[0] : All[1];

    private static ReportText Create(ReportField field, string original, RedactedText redacted, Vocabulary vocabulary)
    {
        var text = redacted.Redactions.IsEmpty ? original : string.Create(original.Length, (original, redacted), static (masked, state) =>
        {
            state.original.CopyTo(masked);
            foreach (var redaction in state.redacted.Redactions)
            {
                masked.Slice(redaction.Span.Start, redaction.Span.Length).Fill(Redacted);
            }
        });
        var folded = PassedChecks.Blank(FoldedText.Of(text));
        return new ReportText(field, folded, CodeTokenReader.Read(folded), new ReportWords(folded, vocabulary));
    }
}
