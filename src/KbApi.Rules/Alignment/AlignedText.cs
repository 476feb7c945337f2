using KbApi.Content.Text;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Alignment;

/// <summary>A text of an original and the same text in a translation.</summary>
/// <param name="Original">The document that was translated.</param>
/// <param name="OriginalSpan">The text in it.</param>
/// <param name="Translation">The translation.</param>
/// <param name="TranslatedSpan">The text in it.</param>
/// <param name="IsCell">Whether it is a cell of a table; otherwise a block of running text.</param>
public sealed record AlignedText(DocumentSyntax Original, TextSpan OriginalSpan, DocumentSyntax Translation, TextSpan TranslatedSpan, bool IsCell)
{
    /// <summary>What the original says.</summary>
    public string From { get; } = Original.Text[OriginalSpan];

    /// <summary>What the translation says.</summary>
    public string To { get; } = Translation.Text[TranslatedSpan];
}
