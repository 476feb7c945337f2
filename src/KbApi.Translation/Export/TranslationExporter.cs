using System.Collections.Immutable;
using KbApi.Content.Editing;
using KbApi.Content.Model;
using KbApi.Translation.Alignment;
using KbApi.Translation.Units;

namespace KbApi.Translation.Export;

/// <summary>Takes the articles of a knowledge base apart for translation. Thread-safe.</summary>
public sealed class TranslationExporter
{
    private readonly UnitReader _reader = new();

    /// <summary>All articles that exist in the source locale, with the translations that there are.</summary>
    public TranslationExport Export(KnowledgeBase knowledgeBase, LocaleTag source, LocaleTag target)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        if (source == target)
        {
            throw new ArgumentException("The locale to translate to is the one to translate from; name another.", nameof(target));
        }

        var articles = knowledgeBase.Articles.Items.Where(a => a.In(source) is not null).OrderBy(a => a.Id, StringComparer.Ordinal);
        return new TranslationExport(source, target, [.. articles.Select(a => Export(a.In(source)!, a.In(target)))]);
    }

    /// <summary>The units of an article.</summary>
    internal ImmutableArray<TranslationUnit> Units(Article article) => _reader.Read(article);

    /// <summary>One article with its translation.</summary>
    internal ExportedArticle Export(Article original, Article? translation)
    {
        var units = _reader.Read(original);
        if (translation is null)
        {
            return new ExportedArticle(original.Id, original.Text.Path, [.. units.Select(u => new ExportedUnit(u, Target: null, UnitState.Initial, []))]);
        }

        var translated = _reader.Read(translation);
        var pairs = UnitAligner.Align(original, units, translation, translated);
        return new ExportedArticle(original.Id, original.Text.Path, [.. units.Select((u, i) => pairs[i] < 0 ? new ExportedUnit(u, Target: null, UnitState.Initial, []) : Pair(u, translated[pairs[i]], translation))]);
    }

    private static ExportedUnit Pair(TranslationUnit unit, TranslationUnit place, Article translation)
    {
        if (IsMarked(translation, place))
        {
            return new ExportedUnit(unit, Target: null, UnitState.Initial, []) { Place = place };
        }

        var target = PieceMatcher.Match(unit.Text, place.Text);
        var faults = UnitParity.Compare(unit.Text, target, target);
        return new ExportedUnit(unit, target, faults.IsEmpty ? UnitState.Translated : UnitState.Initial, faults) { Place = place };
    }

    /// <summary>Whether the text is the original's, left there for translation.</summary>
    internal static bool IsMarked(Article translation, TranslationUnit place)
    {
        var text = translation.Text.Content;
        return text.AsSpan(place.Span.End).TrimStart(' ').StartsWith(UntranslatedMark.Text, StringComparison.Ordinal);
    }
}
