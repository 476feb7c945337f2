using System.Globalization;
using System.Resources;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>Titles and messages of the built-in rules.</summary>
internal static class RuleText
{
    private static readonly ResourceManager Texts = new("KbApi.Rules.Catalog.RuleTexts", typeof(RuleText).Assembly);

    public static DiagnosticDescriptor Describe(string id, string category, DiagnosticSeverity severity, string name) =>
        new(id, category, severity, new LocalizableText(Texts, name + "Title"), new LocalizableText(Texts, name + "Message"));

    /// <summary>A text by its name, in the culture's language.</summary>
    public static string Get(string name, CultureInfo culture) => new LocalizableText(Texts, name).In(culture);
}
