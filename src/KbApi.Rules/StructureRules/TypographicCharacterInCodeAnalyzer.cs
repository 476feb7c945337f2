using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.StructureRules;

/// <summary>Typographic quotes or dashes in code, which fails when somebody copies it.</summary>
internal sealed class TypographicCharacterInCodeAnalyzer() : ArticleAnalyzer(StructureDiagnostics.TypographicCharacterInCode)
{
    private const string Quotes = "\u201C\u201D\u201E";
    private const char Dash = '\u2013';

    protected override void Analyze(ArticleAnalysisContext context)
    {
        foreach (var span in context.Document.CodeSpans.Concat(context.Document.Lines.Where(l => l.Kind == LineKind.Code).Select(l => l.Span)))
        {
            var code = context.Article.Text[span];
            if (Mend(code) is { } mended && !mended.Equals(code, StringComparison.Ordinal))
            {
                context.ReportReplaceable(Rule, context.Document, span, mended);
            }
        }
    }

    /// <summary>The code with the characters of a keyboard, or null where it is none that somebody types.</summary>
    private static string? Mend(string code)
    {
        if (!code.AsSpan().ContainsAny(Quotes) && !code.Contains(Dash, StringComparison.Ordinal))
        {
            return null;
        }

        var characters = code.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            var isOption = characters[i] == Dash && i > 0 && characters[i - 1] == ' ' && i + 1 < characters.Length && char.IsAsciiLetter(characters[i + 1]);
            characters[i] = isOption ? '-' : Quotes.Contains(characters[i], StringComparison.Ordinal) ? '"' : characters[i];
        }

        return IsTyped(new string(characters)) ? new string(characters) : null;
    }

    /// <summary>An assignment or an option; a message in code marks may well show typographic quotes.</summary>
    private static bool IsTyped(string code) =>
        code.Contains("=\"", StringComparison.Ordinal) || code.Contains("= \"", StringComparison.Ordinal) || code.Contains("(\"", StringComparison.Ordinal)
        || Tokens.HasOption(code);
}
