using System.Globalization;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Cli.Terminal;
using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>What a code means: shown above it, in the document's locale.</summary>
/// <param name="terminal">Has the words.</param>
/// <param name="isMarkdown">Whether the client shows Markdown.</param>
internal sealed class HoverFeature(ITerminal terminal, bool isMarkdown)
{
    private const int MaxEntries = 3;
    private const int MaxText = 600;

    public Hover? Find(ContentSnapshot snapshot, SourceText text, Article? article, int offset)
    {
        if (CodeWord.At(snapshot, text, article, offset) is not { } code)
        {
            return null;
        }

        var locale = article?.Locale ?? snapshot.KnowledgeBase.DefaultLocale;
        var chain = snapshot.KnowledgeBase.ChainFor(locale);
        var culture = locale.ToCulture();
        var ids = code.Main.Select(o => o.EntryId).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var parts = ids.Take(MaxEntries).Select(id => Describe(snapshot.KnowledgeBase.Entries.Find(id)!.InFirstOf(chain)!, locale, culture)).ToList();
        if (ids.Count > MaxEntries)
        {
            parts.Add(Plain(terminal.TextIn(culture, "Lsp_More", ids.Count - MaxEntries)));
        }

        return new Hover(new MarkupContent(isMarkdown ? "markdown" : "plaintext", string.Join(isMarkdown ? "\n\n---\n\n" : "\n\n", parts)), text.RangeOf(code.Span));
    }

    private string Describe(Entry entry, LocaleTag locale, CultureInfo culture)
    {
        var parts = new List<string> { Bold(entry.Title.Text) };
        var spellings = entry.Codes.Where(c => c.Role == CodeRole.Identifying).SelectMany(c => SpellingsOf(c.Code)).Distinct(StringComparer.Ordinal).ToList();
        if (spellings.Count > 0)
        {
            parts.Add(string.Join(" · ", spellings.Select(Code)));
        }

        if (entry.Locale.Language != locale.Language)
        {
            parts.Add(Plain(terminal.TextIn(culture, "Lookup_Fallback", locale.Value, entry.Locale.Value)));
        }

        Add(parts, culture, "Lookup_Meaning", entry.Descriptions.Concat(entry.TechnicalDetails));
        Add(parts, culture, "Lookup_Causes", entry.Causes);
        Add(parts, culture, "Lookup_Resolution", entry.Resolution?.Paragraphs ?? []);
        Add(parts, culture, "Lookup_TellApart", entry.Discriminators.Select(d => d.Fact));
        return string.Join("\n\n", parts);
    }

    private void Add(List<string> parts, CultureInfo culture, string title, IEnumerable<Prose> texts)
    {
        var text = string.Join("\n\n", texts.Select(t => t.Text));
        if (text.Length > 0)
        {
            parts.Add(Bold(terminal.TextIn(culture, title)) + (isMarkdown ? "  \n" : "\n") + Plain(Shorten(text)));
        }
    }

    /// <summary>How a code is written: a result of 32 bits also as the signed number that programs print.</summary>
    private static IEnumerable<string> SpellingsOf(ErrorCode code)
    {
        yield return code.Value;
        if (code.Value is ['0', 'x', ..] && code.Value.Length == 10
            && uint.TryParse(code.Value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) && bits > int.MaxValue)
        {
            yield return unchecked((int)bits).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MaxText)
        {
            return text;
        }

        var blank = text.LastIndexOf(' ', MaxText);
        var cut = blank > MaxText / 2 ? blank : MaxText;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)] + " …";
    }

    private string Bold(string text) => isMarkdown ? $"**{MarkdownText.Escape(text.ReplaceLineEndings(" "))}**" : text;

    private string Code(string text) => isMarkdown ? $"`{text.Replace('`', '\'')}`" : text;

    private string Plain(string text) => isMarkdown ? MarkdownText.Escape(text) : text;
}
