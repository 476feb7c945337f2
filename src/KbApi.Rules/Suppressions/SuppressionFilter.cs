using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Catalog;
using KbApi.Rules.Configuration;

namespace KbApi.Rules.Suppressions;

/// <summary>
/// Takes out findings that the content suppresses with a comment and a reason:
/// <c>&lt;!-- kb-disable-next-line KB1101 -- reason --&gt;</c> for the next line, <c>kb-disable</c> for the whole file.
/// </summary>
internal static class SuppressionFilter
{
    public static IEnumerable<Diagnostic> Apply(KnowledgeBase knowledgeBase, ImmutableArray<Diagnostic> diagnostics, SeverityOptions severities)
    {
        var suppressions = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).SelectMany(SuppressionReader.Read).ToList();
        if (suppressions.Count == 0)
        {
            return diagnostics;
        }

        var byPath = suppressions.ToLookup(s => s.Text.Path);
        var used = new HashSet<Suppression>(ReferenceEqualityComparer.Instance);
        var kept = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var matching = byPath[diagnostic.Location.Path].FirstOrDefault(s => s.Covers(diagnostic));
            if (matching is null)
            {
                kept.Add(diagnostic);
            }
            else
            {
                used.Add(matching);
            }
        }

        kept.AddRange(suppressions.Where(s => !used.Contains(s)).Select(Problem).Select(severities.Apply).OfType<Diagnostic>());
        return kept;
    }

    private static Diagnostic Problem(Suppression suppression) => Diagnostic.Create(
        suppression.Reason.Length == 0 ? EngineDiagnostics.SuppressionWithoutReason : EngineDiagnostics.UnusedSuppression,
        Location.In(suppression.Text, suppression.Span),
        suppression.Id);
}

/// <summary>A comment that suppresses a rule.</summary>
internal sealed record Suppression(SourceText Text, TextSpan Span, string Id, string Reason, int? Line)
{
    public bool Covers(Diagnostic diagnostic) =>
        Reason.Length > 0 && diagnostic.Id == Id && !diagnostic.Id.StartsWith("KB90", StringComparison.Ordinal)
        && (Line is null || diagnostic.Location.Start.Line == Line);
}
