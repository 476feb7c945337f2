using System.Collections.Immutable;
using KbApi.Content.Editing;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Translation.Export;

namespace KbApi.Translation.Import;

/// <summary>A stretch of the original that is copied into the translation.</summary>
/// <param name="Position">Where it goes in the translation.</param>
/// <param name="Before">What stands between the translation's text and the copy: line breaks.</param>
/// <param name="Copied">The stretch of the original.</param>
/// <param name="After">What stands behind the copy.</param>
internal sealed record Addition(int Position, string Before, TextSpan Copied, string After);

/// <summary>A translation with what only the original had, in the original's words.</summary>
/// <param name="Article">The translation with the copies; only its text is right.</param>
/// <param name="Insertions">The copies, as changes of the translation.</param>
/// <param name="Units">The original's units, those of the copies with their places.</param>
/// <param name="Added">The ids of the units that stand in copies.</param>
internal sealed record GrownTranslation(Article Article, ImmutableArray<TextChange> Insertions, ImmutableArray<ExportedUnit> Units, ImmutableHashSet<string> Added)
{
    /// <summary>Puts copies into a translation.</summary>
    public static GrownTranslation Create(Article original, Article translation, ImmutableArray<ExportedUnit> units, IReadOnlyList<Addition> additions)
    {
        var newLine = LineEndings.Of(translation.Text.Content);
        var insertions = additions.GroupBy(a => a.Position).OrderBy(g => g.Key)
            .Select(g => (Position: g.Key, Parts: g.Select(a => (Addition: a, Text: original.Text[a.Copied].ReplaceLineEndings(newLine))).ToList())).ToList();
        ImmutableArray<TextChange> changes = [.. insertions.Select(i => new TextChange(new TextSpan(i.Position, 0), string.Concat(i.Parts.Select(p => p.Addition.Before + p.Text + p.Addition.After))))];
        var text = SourceText.From(TextChanges.Apply(translation.Text.Content, changes), translation.Text.Path);
        var places = Copies(insertions).ToList();
        var grown = units.Select(u => u.Place is { } place
            ? u with { Place = place with { Span = Moved(place.Span) } }
            : places.Find(p => p.Addition.Copied.Contains(u.Source.Span)) is { Addition: not null } copy
                ? u with { Place = u.Source with { Span = InCopy(original.Text, copy.Addition.Copied.Start, copy.Start, u.Source.Span, newLine) } }
                : u);
        var added = units.Where(u => u.Place is null && places.Exists(p => p.Addition.Copied.Contains(u.Source.Span))).Select(u => u.Source.Id);
        return new GrownTranslation(translation with { Text = text }, changes, [.. grown], [.. added]);

        TextSpan Moved(TextSpan span)
        {
            var by = changes.Where(c => c.Span.Start <= span.Start).Sum(c => c.NewText.Length);
            return new TextSpan(span.Start + by, span.Length);
        }
    }

    /// <summary>Where each copy begins in the grown text.</summary>
    private static IEnumerable<(Addition Addition, int Start)> Copies(List<(int Position, List<(Addition Addition, string Text)> Parts)> insertions)
    {
        var grown = 0;
        foreach (var (position, parts) in insertions)
        {
            foreach (var (addition, text) in parts)
            {
                yield return (addition, position + grown + addition.Before.Length);
                grown += addition.Before.Length + text.Length + addition.After.Length;
            }
        }
    }

    /// <summary>A span of the original in its copy, whose line breaks may be longer or shorter.</summary>
    private static TextSpan InCopy(SourceText original, int copiedFrom, int start, TextSpan span, string newLine)
    {
        var before = original[TextSpan.FromBounds(copiedFrom, span.Start)].ReplaceLineEndings(newLine).Length;
        return new TextSpan(start + before, original[span].ReplaceLineEndings(newLine).Length);
    }
}
