using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Quotes that are alerts: <c>&gt; [!WARNING]</c> and its kin, in any case and with the prefix of old documents.</summary>
internal static class AlertText
{
    private static readonly string[] Cautions = ["WARNING", "CAUTION", "IMPORTANT"];

    /// <summary>The text of a quote that cautions, without its marker; null for any other quote.</summary>
    public static TextRange? ReadCaution(QuoteBlock quote, InlineTextReader reader)
    {
        var text = reader.Read(quote);
        if (!text.Text.StartsWith("[!", StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.Text.IndexOf(']', StringComparison.Ordinal);
        var keyword = end < 0 ? "" : text.Text[2..end].Split('.')[^1];
        return Cautions.Contains(keyword, StringComparer.OrdinalIgnoreCase)
            ? new TextRange(text, end + 1, text.Text.Length - end - 1)
            : null;
    }
}
