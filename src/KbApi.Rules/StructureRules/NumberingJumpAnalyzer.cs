using System.Globalization;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A numbered list that leaves a number out.</summary>
internal sealed class NumberingJumpAnalyzer() : ArticleAnalyzer(StructureDiagnostics.NumberingJump)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        // The last number at each indentation.
        var last = new SortedDictionary<int, int>();
        foreach (var block in context.Document.Blocks)
        {
            var line = context.Document.Lines[block.Line].Span;
            var content = context.Article.Text.Content.AsSpan(line.Start, line.Length);
            var indent = content.Length - content.TrimStart().Length;
            if (block.Kind == BlockKind.Heading)
            {
                last.Clear();
            }
            else if (block.Kind == BlockKind.Numbered && int.TryParse(content.Slice(indent, content[indent..].IndexOfAny('.', ')')), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                foreach (var deeper in last.Keys.Where(k => k > indent).ToList())
                {
                    last.Remove(deeper);
                }

                if (last.TryGetValue(indent, out var before) && number > before + 1)
                {
                    context.Report(Rule, new TextSpan(line.Start + indent, block.Span.Start - line.Start - indent), number, before);
                }

                last[indent] = number;
            }
        }
    }
}
