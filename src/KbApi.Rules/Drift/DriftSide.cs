using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Languages;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Drift;

/// <summary>A document that is compared: the original, or the one that was made from it.</summary>
/// <param name="Document">Its text.</param>
/// <param name="Words">The words of its language.</param>
internal sealed record DriftSide(DocumentSyntax Document, LanguageWords Words)
{
    public Article Article => Document.Article;

    public string Language => Article.Locale.Language;

    public Location At(TextSpan span) => Location.In(Article.Text, span);

    public Location? At(TextSpan? span) => span is { } known ? At(known) : null;

    public string TextOf(TextSpan span) => Article.Text[span];
}
