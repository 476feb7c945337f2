using KbApi.Content.Editing.Places;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.Locales;

/// <summary>Writes the metadata of a document for another locale: its locale, and the texts that people read.</summary>
internal static class FrontMatterRenderer
{
    private static readonly string[] Texts = ["title", "description"];
    private static readonly string[] LocaleKeys = ["ms.contentlocale", "locale", "lang", "language"];

    public static void Render(RenderSheet sheet, LocaleTag locale)
    {
        var text = sheet.From.Text;
        foreach (var (key, value) in ValuesIn(text, sheet.From.Article.FrontMatter))
        {
            if (LocaleKeys.Contains(key, StringComparer.OrdinalIgnoreCase) && LocaleTag.TryParse(text[value].Trim('"', '\''), out var stated) && stated == sheet.From.Article.Locale)
            {
                sheet.Replace(value, locale.Value);
            }
            else if (Texts.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                RenderText(sheet, key, value);
            }
        }
    }

    private static void RenderText(RenderSheet sheet, string key, TextSpan value)
    {
        if (sheet.To?.Article.FrontMatter[key] is { Length: > 0 } translated
            && FrontMatterValue.Write(sheet.From.Text, new TextSpan(value.End, 0), translated).Written is { } written)
        {
            sheet.Replace(value, written);
        }
        else if (WordText.HasWords(sheet.From.Text.Content.AsSpan(value.Start, value.Length)))
        {
            sheet.MarkAt(value.End, " " + UntranslatedMark.InFrontMatter);
        }
    }

    /// <summary>The keys with a value on their own line, and the values with their quotes.</summary>
    private static IEnumerable<(string Key, TextSpan Value)> ValuesIn(SourceText text, FrontMatter frontMatter)
    {
        if (frontMatter.Span.IsEmpty)
        {
            yield break;
        }

        for (var line = text.GetLine(frontMatter.Span.Start); line <= text.GetLine(frontMatter.Span.End - 1); line++)
        {
            var span = text.GetLineSpan(line);
            var content = text[span];
            var colon = content.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && !char.IsWhiteSpace(content[0]) && content[(colon + 1)..].Trim() is { Length: > 0 } value && value[0] is not ('|' or '>' or '[' or '{'))
            {
                yield return (content[..colon], new TextSpan(span.Start + content.IndexOf(value, colon, StringComparison.Ordinal), value.Length));
            }
        }
    }
}
