using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A heading with nothing below it, not even headings of a lower level.</summary>
internal sealed class EmptySectionAnalyzer() : ArticleAnalyzer(StructureDiagnostics.EmptySection)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var sections = context.Article.Sections;
        for (var i = 0; i < sections.Length; i++)
        {
            var hasParts = i + 1 < sections.Length && sections[i + 1].Level > sections[i].Level;
            if (!hasParts && sections.Length > 1 && IsEmpty(context.Document, sections[i]))
            {
                context.Report(Rule, sections[i].Title.Span, sections[i].Title.Text);
            }
        }
    }

    private static bool IsEmpty(DocumentSyntax document, Section section)
    {
        var last = Math.Min(document.Text.GetLine(Math.Max(section.Span.Start, section.Span.End - 1)), document.Lines.Length - 1);
        // An underlined heading has a second line.
        for (var i = document.Text.GetLine(section.Title.Span.End) + 1; i <= last; i++)
        {
            var line = document.Lines[i];
            var content = document.Text.Content.AsSpan(line.Span.Start, line.Span.Length);
            if (line.Kind != LineKind.Comment && content.ContainsAnyExcept(" \t=-"))
            {
                return false;
            }
        }

        return true;
    }
}
