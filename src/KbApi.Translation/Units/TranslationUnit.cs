using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Translation.Units;

/// <summary>A text of a document that is translated as one.</summary>
/// <param name="Id">
/// Names it within its article: the entry and its field, else the section and a number. Letters, digits, <c>.</c>, <c>-</c>, <c>_</c> and
/// <c>:</c> only.
/// </param>
/// <param name="Kind">What it is in its document.</param>
/// <param name="Text">The text.</param>
/// <param name="Span">Where it stands: from its first piece to its last.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Context">What a translator wants to know: the entry with its codes, or the section.</param>
public sealed record TranslationUnit(string Id, UnitKind Kind, UnitText Text, TextSpan Span, int Line, string Context)
{
    /// <summary>The entry that it belongs to, or null.</summary>
    public Entry? Entry { get; init; }

    /// <summary>Which kind of quotes stands around a field of the front matter; <c>\0</c> for none.</summary>
    internal char Quote { get; init; }
}
