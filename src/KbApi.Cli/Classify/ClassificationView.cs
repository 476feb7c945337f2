using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Classify;

/// <summary>Prints a classification for people.</summary>
internal static class ClassificationView
{
    private const int MostCandidates = 5;

    public static void Write(ITerminal terminal, ReportClassification classification)
    {
        var output = terminal.Output;
        output.WriteLine(terminal.Text("Classify_" + classification.Verdict, classification.NextQuestions.Length));
        foreach (var candidate in classification.Candidates.Take(classification.Verdict == Verdict.Matched ? 1 : MostCandidates))
        {
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidate.Score,4:P0}  {candidate.Entry.Title.Text.ReplaceLineEndings(" ")}"));
            output.WriteLine("      " + terminal.Text("Lookup_Source_Line", candidate.Article.Text.Path, candidate.Entry.StartLine, candidate.Entry.Id));
            var why = candidate.Evidence.Where(e => e.Field == Rules.Reports.ReportField.Message)
                .Select(e => $"{terminal.Text("Classify_Tier_" + e.Tier)} [{e.Span.Start.ToString(CultureInfo.InvariantCulture)}..{e.Span.End.ToString(CultureInfo.InvariantCulture)})");
            output.WriteLine("      " + string.Join(", ", why));
            if (classification.Verdict == Verdict.Matched && candidate.Entry.Resolution is { } resolution)
            {
                foreach (var line in TextWrapping.Wrap(resolution.Text, terminal.Width, indent: 6))
                {
                    output.WriteLine(line);
                }
            }
        }

        foreach (var question in classification.NextQuestions.Take(1))
        {
            output.WriteLine();
            output.WriteLine(terminal.Text("Classify_Question_" + question.Kind));
            foreach (var option in question.Options.Take(MostCandidates))
            {
                output.WriteLine("  --answer " + question.Id + "=" + option.Value + "   " + option.Text.ReplaceLineEndings(" "));
            }
        }

        if (!classification.Missing.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine(terminal.Text("Classify_Missing", string.Join(", ", classification.Missing.Select(m => m.Name))));
        }
    }
}
