using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Declarations;

/// <summary>Runs a rule that a file declares.</summary>
/// <param name="rule">The rule.</param>
internal sealed class DeclaredRuleAnalyzer(DeclaredRule rule) : ContentAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (rule.Field == DeclaredField.Text)
        {
            context.RegisterArticleAction(AnalyzeText);
        }
        else if (rule.Field.StartsWith(DeclaredField.Metadata, StringComparison.Ordinal))
        {
            context.RegisterArticleAction(AnalyzeMetadata);
        }
        else
        {
            context.RegisterEntryAction(AnalyzeEntry);
        }
    }

    private bool IsFor(ArticleAnalysisContext context) => rule.Languages.IsEmpty || rule.Languages.Contains(context.Article.Locale.Language);

    private void AnalyzeText(ArticleAnalysisContext context)
    {
        foreach (var line in IsFor(context) ? context.Document.TextLines : [])
        {
            ReportFound(context, line.Span);
        }
    }

    private void AnalyzeMetadata(ArticleAnalysisContext context)
    {
        if (!IsFor(context))
        {
            return;
        }

        var key = rule.Field[DeclaredField.Metadata.Length..];
        var value = context.Article.FrontMatter[key];
        var line = context.Document.Lines.TakeWhile(l => l.Kind == LineKind.FrontMatter).FirstOrDefault(l => context.Article.Text[l.Span].StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));
        if (string.IsNullOrEmpty(value))
        {
            ReportMissing(context, line.Span, key);
        }
        else if (rule.Find.IsEmpty)
        {
            ReportUnexpected(context, line.Span, value);
        }
        else
        {
            ReportFound(context, line.Span);
        }
    }

    private void AnalyzeEntry(EntryAnalysisContext context)
    {
        if (!IsFor(context))
        {
            return;
        }

        var spans = DeclaredField.SpansOf(context.Entry, rule.Field).ToList();
        if (spans.Count == 0)
        {
            ReportMissing(context, context.Entry.Title.Span, context.Entry.Title.Text);
        }

        foreach (var span in spans)
        {
            if (rule.Find.IsEmpty)
            {
                ReportUnexpected(context, span, context.Article.Text[span].Trim());
            }
            else
            {
                ReportFound(context, span);
            }
        }
    }

    private void ReportFound(ArticleAnalysisContext context, TextSpan span)
    {
        var text = context.Article.Text[span];
        foreach (var (start, length) in rule.Find.SelectMany(p => p.Find(text)))
        {
            if (!context.Document.IsCode(span.Start + start))
            {
                context.ReportReplaceable(rule.Descriptor, context.Document, new TextSpan(span.Start + start, length), rule.Replacement, text.Substring(start, length), rule.Replacement ?? "");
            }
        }
    }

    private void ReportMissing(ArticleAnalysisContext context, TextSpan span, string name)
    {
        if (rule.IsRequired)
        {
            context.Report(rule.Descriptor, span, name, "");
        }
    }

    private void ReportUnexpected(ArticleAnalysisContext context, TextSpan span, string value)
    {
        if (!rule.Expect.IsEmpty && !rule.Expect.Any(p => p.IsMatch(value)))
        {
            context.Report(rule.Descriptor, span, value, "");
        }
    }
}
