using System.Resources;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>Titles and messages of the built-in rules.</summary>
internal static class RuleText
{
    private static readonly ResourceManager Texts = new("KbApi.Rules.Catalog.RuleTexts", typeof(RuleText).Assembly);

    public static DiagnosticDescriptor Describe(string id, string category, DiagnosticSeverity severity, string name) =>
        new(id, category, severity, new LocalizableText(Texts, name + "Title"), new LocalizableText(Texts, name + "Message"));
}
