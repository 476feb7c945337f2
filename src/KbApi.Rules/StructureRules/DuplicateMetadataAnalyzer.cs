using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A key that stands twice in the metadata, of which one counts.</summary>
internal sealed class DuplicateMetadataAnalyzer() : ArticleAnalyzer(StructureDiagnostics.DuplicateMetadata)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in context.Document.Lines.TakeWhile(l => l.Kind == LineKind.FrontMatter))
        {
            var content = context.Article.Text[line.Span];
            // A colon within a key is part of it.
            var colon = content.AsSpan().TrimEnd() is [.., ':'] ? content.TrimEnd().Length - 1 : content.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0 || !char.IsAsciiLetter(content[0]) || content.AsSpan(0, colon).Contains(' '))
            {
                continue;
            }

            var key = content[..colon];
            if (!seen.TryAdd(key, line.Number + 1))
            {
                context.Report(Rule, new TextSpan(line.Span.Start, colon), key, seen[key]);
            }
        }
    }
}
