using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>A link whose address has a blank in it, so that it is no link.</summary>
internal sealed class BlankInTargetAnalyzer() : ArticleAnalyzer(StructureDiagnostics.BlankInTarget)
{
    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var link in TextLinks.In(context.Document).Where(l => !IsMacro(context.Article.Text.Content, l) && HasBlank(l.Target.Trim())))
        {
            context.Report(Rule, link.TargetSpan, link.Target.Trim());
        }
    }

    /// <summary>Brackets that follow a word, as in <c>[!code-xml[Main](…)]</c>, are no link of Markdown's.</summary>
    private static bool IsMacro(string text, TextLink link) => link.Span.Start > 0 && char.IsLetterOrDigit(text[link.Span.Start - 1]);

    /// <summary>Parentheses behind brackets may hold all sorts of things, and templates write addresses of their own.</summary>
    private static bool IsAddress(string target) =>
        target[0] is not ('<' or '{') && !target.Contains("{%", StringComparison.Ordinal) && !target.Contains("{{", StringComparison.Ordinal)
        && (target[0] is '/' or '.' or '#' || target.Contains("://", StringComparison.Ordinal) || target.Contains(".md", StringComparison.OrdinalIgnoreCase));

    /// <summary>What follows a blank may be a title in quotes or the size of a picture.</summary>
    private static bool HasBlank(string target)
    {
        var blank = target.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && IsAddress(target) && target[(blank + 1)..].TrimStart() is [not ('"' or '\'' or '\u201C' or '\u201D' or '(' or '='), ..];
    }
}
