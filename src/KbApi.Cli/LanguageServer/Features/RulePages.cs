using System.Collections.Concurrent;
using System.Globalization;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Content.Diagnostics;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Finds the page of a rule: where the pages are served, else in the content that comes with the tool.</summary>
/// <param name="helpRoot">Where the pages are served, or null.</param>
/// <param name="culture">The language of the pages.</param>
internal sealed class RulePages(Uri? helpRoot, CultureInfo culture)
{
    private readonly ConcurrentDictionary<string, string?> _pages = new(StringComparer.Ordinal);

    /// <summary>The address of a rule's page, or null where there is none.</summary>
    public string? Of(DiagnosticDescriptor rule) => _pages.GetOrAdd(rule.Id, _ => Find(rule));

    private string? Find(DiagnosticDescriptor rule)
    {
        if (helpRoot is not null)
        {
            return new Uri(helpRoot, rule.HelpLink).AbsoluteUri;
        }

        if (rule.Id.Length < 4 || !rule.Id.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var locale = culture.TwoLetterISOLanguageName == "sv" ? "sv-SE" : "en-US";
        var page = Path.Combine(AppContext.BaseDirectory, "content", locale, "rules", rule.Id[..4].ToLowerInvariant() + "xx.md");
        var heading = $"<a name=\"{rule.Id.ToLowerInvariant()}\">";
        if (!File.Exists(page))
        {
            return null;
        }

        var line = File.ReadLines(page).TakeWhile(l => !l.Contains(heading, StringComparison.Ordinal)).Count();
        return DocumentUri.Of(page) + string.Create(CultureInfo.InvariantCulture, $"#L{line + 1}");
    }
}
