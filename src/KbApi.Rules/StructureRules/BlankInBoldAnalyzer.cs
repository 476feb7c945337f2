using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>Asterisks that touch blanks on the inside: readers see the asterisks, not bold text.</summary>
internal sealed class BlankInBoldAnalyzer() : ArticleAnalyzer(StructureDiagnostics.BlankInBold)
{
    private const string Mark = "**";

    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var line in context.Document.TextLines)
        {
            if (!context.Article.Text.Content.AsSpan(line.Span.Start, line.Span.Length).Contains(Mark, StringComparison.Ordinal))
            {
                continue;
            }

            var marks = MarksIn(context.Document, line);
            for (var i = 0; marks.Count % 2 == 0 && i < marks.Count; i += 2)
            {
                Check(context, line.Span, TextSpan.FromBounds(marks[i], marks[i + 1] + Mark.Length), isAlone: marks.Count == 2);
            }
        }
    }

    private void Check(ArticleAnalysisContext context, TextSpan line, TextSpan span, bool isAlone)
    {
        var text = context.Article.Text.Content;
        var inner = text.Substring(span.Start + Mark.Length, span.Length - (2 * Mark.Length));
        var bold = inner.Trim(' ');
        // Blanks on one side or both keep the marks from meaning anything; a cell's own border is none of them.
        if (bold.Length == 0 || bold.Length == inner.Length || bold.Contains('|', StringComparison.Ordinal))
        {
            return;
        }

        // Marks that touch words on the outside may belong to the words there.
        var isApart = (span.Start == line.Start || !char.IsLetterOrDigit(text[span.Start - 1])) && (span.End == line.End || !char.IsLetterOrDigit(text[span.End]));
        if (!isApart && !isAlone)
        {
            return;
        }

        var before = inner[0] == ' ' && span.Start > line.Start && !char.IsWhiteSpace(text[span.Start - 1]) ? " " : "";
        var after = inner[^1] == ' ' && span.End < line.End && char.IsLetterOrDigit(text[span.End]) ? " " : "";
        context.ReportReplaceable(Rule, context.Document, span, before + Mark + bold + Mark + after, bold);
    }

    /// <summary>Where two asterisks stand; nowhere in a line that has three or more in a row.</summary>
    private static List<int> MarksIn(DocumentSyntax document, LineSyntax line)
    {
        var text = document.Text.Content;
        var marks = new List<int>();
        for (var i = line.Span.Start; i < line.Span.End;)
        {
            var run = text.AsSpan(i, line.Span.End - i).IndexOfAnyExcept('*');
            run = run < 0 ? line.Span.End - i : run;
            if (run == Mark.Length && !document.IsCode(i) && (i == line.Span.Start || text[i - 1] != '\\'))
            {
                marks.Add(i);
            }

            if (run > Mark.Length)
            {
                return [];
            }

            i += Math.Max(1, run);
        }

        return marks;
    }
}
