using System.Collections.Frozen;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Rules.Redaction;
using KbApi.Rules.Templates;

namespace KbApi.Reports.Gaps;

/// <summary>Reads what was asked and not answered: redacted first, then its template. Safe for several threads.</summary>
public sealed class GapReader
{
    private const int CharsOfText = 1000;

    private readonly TemplateReader _templates;
    private readonly CodeScanner _codes;
    private readonly FrozenSet<string> _languages;

    /// <summary>A reader that knows codes by schemes.</summary>
    public GapReader(CodeSchemeSet schemes)
    {
        var lexicons = LexiconSet.LoadBuiltIn();
        _templates = new TemplateReader(schemes, lexicons);
        _codes = new CodeScanner(schemes, lexicons.For("en"));
        _languages = lexicons.Languages.Select(l => l[..2]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A code that was looked up. What is no code by its form has the template of a text, so that a GUID or an address is no code of its own.</summary>
    public AskedGap ReadCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var text = RedactedText(code);
        return new AskedGap(GapKind.UnknownCode, CanonicalOf(text) ?? _templates.Read(Folded(text)).Text, Cut(text));
    }

    /// <summary>A query that has no hits. Capitals make no difference; one that is nothing but a code is an unknown code.</summary>
    public AskedGap ReadSearch(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = RedactedText(query);
        if (text.AsSpan().ContainsAnyInRange('0', '9') && CanonicalOf(text) is { } code)
        {
            return new AskedGap(GapKind.UnknownCode, code, Cut(text));
        }

        return new AskedGap(GapKind.UnansweredSearch, _templates.Read(Folded(text)).Text, Cut(text));
    }

    /// <summary>A message that no entry has.</summary>
    public AskedGap ReadMessage(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = RedactedText(message);
        return new AskedGap(GapKind.UnresolvedMessage, _templates.Read(text).Text, Cut(text));
    }

    /// <summary>The words of a report that was kept, which is redacted already.</summary>
    public AskedGap ReadReport(string message, string? code)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = message.Length > 0 ? message : code ?? "";
        return new AskedGap(GapKind.UnclassifiedReport, _templates.Read(text).Text, Cut(text));
    }

    /// <summary>A template that was kept as text.</summary>
    public TextTemplate ReadTemplate(string template) => _templates.Read(template);

    /// <summary>The locale that a gap is counted for: one that the content has, else a language that a lexicon has, else none. There are never more than these.</summary>
    public string LocaleOf(LocaleTag locale, KnowledgeBase knowledgeBase)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        return knowledgeBase.Locales.Contains(locale) ? locale.Value
            : knowledgeBase.Locales.Any(l => l.Language == locale.Language) || _languages.Contains(locale.Language) ? locale.Language
            : "";
    }

    /// <summary>The canonical form of a text that is one code, or null.</summary>
    private string? CanonicalOf(string text) => _codes.Scan(text, CodeContext.Code) is [var only] && only.Length == text.Length ? only.Code.Value : null;

    private static string RedactedText(string text) => new Redactor().Redact(text.Length > CharsOfText ? text[..CharsOfText] : text).Text.Trim();

    private static string Cut(string text) => text.Length <= GapLimits.MaxExampleChars ? text : text[..(GapLimits.MaxExampleChars - 1)] + "\u2026";

    /// <summary>Words in small letters; those with digits, which may be codes, in capitals.</summary>
    private static string Folded(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var isCode = false;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                isCode |= char.IsAsciiDigit(text[end]) || text[end] == '_';
                end++;
            }

            end = Math.Max(end, i + 1);
            isCode |= end + 1 < text.Length && text[end] == '-' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiLetter(text[end - 1]) && end - i > 1 && (i == 0 || text[i - 1] != '[');
            for (; i < end; i++)
            {
                folded[i] = isCode ? char.ToUpperInvariant(text[i]) : char.ToLowerInvariant(text[i]);
            }
        }
    });
}
