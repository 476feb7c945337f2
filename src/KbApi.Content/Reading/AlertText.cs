using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Quotes that are alerts: <c>&gt; [!WARNING]</c> and its kin.</summary>
internal static class AlertText
{
    private static readonly string[] Cautions = ["warning", "caution", "important"];

    /// <summary>The text of a quote that cautions, without its marker; null for any other quote.</summary>
    public static TextRange? ReadCaution(QuoteBlock quote, InlineTextReader reader)
    {
        var text = reader.Read(quote);
        return text.Marks is [{ Kind: InlineMarkKind.Alert } mark, ..] && Cautions.Contains(mark.Target, StringComparer.OrdinalIgnoreCase)
            ? new TextRange(text, mark.End, text.Text.Length - mark.End)
            : null;
    }
}
