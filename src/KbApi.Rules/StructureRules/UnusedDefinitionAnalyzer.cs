using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>The definition of a link that nothing refers to.</summary>
internal sealed class UnusedDefinitionAnalyzer() : ArticleAnalyzer(StructureDiagnostics.UnusedDefinition)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        var definitions = context.Document.TextLines.Select(l => (Line: l, Label: LabelOf(text.AsSpan(l.Span.Start, l.Span.Length)))).Where(d => d.Label is not null).ToList();
        if (definitions.Count == 0)
        {
            return;
        }

        var used = Brackets.In(context.Document).Where(b => !definitions.Exists(d => d.Line.Span.Contains(b.Span) && b.Span.Start <= d.Line.Span.Start + 4))
            .Select(b => b.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, label) in definitions)
        {
            // Labels may hold pictures and brackets of their own; then look at the text itself.
            if (!used.Contains(label!) && CountOf(text, $"[{label}]") < 2)
            {
                context.Report(Rule, line.Span, label!);
            }
        }
    }

    private static int CountOf(string text, string label)
    {
        var count = 0;
        for (var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase); at >= 0 && count < 2; at = text.IndexOf(label, at + label.Length, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }

    private static string? LabelOf(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart(' ');
        var close = trimmed.IndexOf("]:");
        // Footnotes and comments in the form of definitions are none.
        return line.Length - trimmed.Length <= 3 && close > 1 && trimmed[0] == '[' && trimmed[1] is not ('^' or '/' or '#') && !trimmed[(close + 2)..].IsWhiteSpace()
            ? trimmed[1..close].ToString()
            : null;
    }
}
