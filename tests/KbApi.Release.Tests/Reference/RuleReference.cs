using System.Globalization;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Catalog;

namespace KbApi.Release.Tests.Reference;

/// <summary>Writes the catalogue of rules as a document for people.</summary>
internal static class RuleReference
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Write()
    {
        var rules = ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors).OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
        var fixable = BuiltInRules.FixProviders.SelectMany(p => p.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Rule reference\n\nAll {rules.Count} rules that come with the tool, written from their catalogue ([how](../CONTRIBUTING.md)). [Rules](rules.md) says how to use them. A rule's page says what it\nfinds, why that matters and how to mend it, with a wrong and a right example; `kb explain ID` prints it. The pages exist in English and Swedish.\n");
        foreach (var category in rules.GroupBy(r => r.Category))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(category.Key[0])}{category.Key[1..]}\n\n| Rule | Severity | Mended by `kb fix` | Finds |\n| --- | --- | --- | --- |\n");
            foreach (var rule in category)
            {
                var severity = rule.DefaultSeverity.ToString().ToLowerInvariant();
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({PageOf(rule)}) | {severity} | {(fixable.Contains(rule.Id) ? "yes" : "")} | {rule.Title.In(English)} |\n");
            }
        }

        return text.ToString();
    }

    private static string PageOf(DiagnosticDescriptor rule) => $"../content/en-US/rules/{rule.Id[..4].ToLowerInvariant()}xx.md#{rule.Id.ToLowerInvariant()}";
}
