using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Fixes;
using KbApi.Rules.Syntax;

namespace PrinterRules;

/// <summary>Writes a title in capitals as a sentence.</summary>
public sealed class ShoutedTitleFix : FixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ShoutedTitleAnalyzer.Shouted.Id];

    /// <inheritdoc/>
    public override Fix? GetFix(Diagnostic diagnostic, DocumentSyntax document)
    {
        var title = document.Text[diagnostic.Location.Span];
        // Mark-up and codes in a title may mean something in capitals.
        return title.All(c => char.IsLetter(c) || c is ' ' or '.')
            ? Fix.Replace(diagnostic.Location.Span, title[..1] + title[1..].ToLower(document.Article.Locale.ToCulture()))
            : null;
    }
}
