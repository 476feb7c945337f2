using System.Buffers;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.StructureRules;

/// <summary>Characters that nobody sees and that keep words from being found.</summary>
internal sealed class InvisibleCharacterAnalyzer() : ArticleAnalyzer(StructureDiagnostics.InvisibleCharacter)
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u200E\u200F\u2060\u202A\u202B\u202C\u202D\u202E\uFEFF");

    /// <summary>Scripts that need some of these characters.</summary>
    private static readonly string[] Exempt = ["ar", "fa", "he", "ur", "th", "km", "lo", "my"];

    protected override void Analyze(ArticleAnalysisContext context)
    {
        var text = context.Article.Text.Content;
        if (Exempt.Contains(context.Article.Locale.Language, StringComparer.Ordinal))
        {
            return;
        }

        for (var at = text.AsSpan().IndexOfAny(Invisible); at >= 0;)
        {
            var length = text.AsSpan(at).IndexOfAnyExcept(Invisible);
            length = length < 0 ? text.Length - at : length;
            context.ReportReplaceable(Rule, context.Document, new TextSpan(at, length), "", $"U+{(int)text[at]:X4}");
            var next = text.AsSpan(at + length).IndexOfAny(Invisible);
            at = next < 0 ? -1 : at + length + next;
        }
    }
}
