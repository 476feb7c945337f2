using System.Collections.Immutable;
using System.Security.Cryptography;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Import;

/// <summary>A unit and the translation to be written.</summary>
internal sealed record AcceptedUnit(ExportedUnit Unit, UnitText Text);

/// <summary>
/// Writes translations into the file of a translation, or into a copy of the original where there is none. What was written is read
/// again: only what reads as it was meant is kept.
/// </summary>
internal sealed class ArticleWriter(TranslationExporter exporter, Article original, Article? translation, ImportOptions options)
{
    private readonly bool _isCopy = translation is null || options.FromSource;
    private ImmutableArray<TranslationUnit> _before;

    /// <summary>The translation with copies of what only the original has, where there are any.</summary>
    public GrownTranslation? Grown { get; init; }

    /// <summary>The document that the changes are made in.</summary>
    public Article Base => _isCopy ? original : Grown?.Article ?? translation!;

    /// <summary>The changes for the units that are sound, and the units that are not.</summary>
    public (List<TextChange> Changes, List<AcceptedUnit> Sound, List<AcceptedUnit> Unsound) Write(List<AcceptedUnit> accepted, IReadOnlyList<ExportedUnit> left)
    {
        List<TextChange> always = _isCopy
            ? [.. MetadataText.LocaleChanges(original, options.Source, options.Target), .. left.SelectMany(Keep)]
            : [.. left.Where(u => Grown?.Added.Contains(u.Source.Id) == true).SelectMany(Keep)];
        var (sound, unsound) = (new List<AcceptedUnit>(), new List<AcceptedUnit>());
        Divide(accepted, always, sound, unsound);
        return ([.. always, .. sound.SelectMany(Changes)], sound, unsound);
    }

    /// <summary>Units that are sound together are so one by one; where they are not, the halves are tried.</summary>
    private void Divide(List<AcceptedUnit> units, List<TextChange> always, List<AcceptedUnit> sound, List<AcceptedUnit> unsound)
    {
        if (units.Count == 0)
        {
            return;
        }

        if (ReadsBack([.. sound, .. units], always))
        {
            sound.AddRange(units);
        }
        else if (units.Count == 1)
        {
            unsound.Add(units[0]);
        }
        else
        {
            Divide(units[..(units.Count / 2)], always, sound, unsound);
            Divide(units[(units.Count / 2)..], always, sound, unsound);
        }
    }

    private bool ReadsBack(List<AcceptedUnit> units, List<TextChange> always)
    {
        // Only what stands in the text matters here: entries, and with them the names of units, are left out of both.
        var bare = Base with { Entries = [], Sections = [] };
        var before = _before.IsDefault ? _before = exporter.Units(bare) : _before;
        var text = TextChanges.Apply(Base.Text.Content, [.. always, .. units.SelectMany(Changes)]);
        var after = exporter.Units(bare with { Text = SourceText.From(text, Base.Text.Path), FrontMatter = FrontMatterOf(text) });
        if (before.Length != after.Length || !before.Select(u => u.Kind).SequenceEqual(after.Select(u => u.Kind)))
        {
            return false;
        }

        var index = before.Select((u, i) => (u.Span, i)).ToDictionary(p => p.Span, p => p.i);
        return units.TrueForAll(u => SaysTheSame(u.Text, after[index[PlaceOf(u.Unit).Span]].Text));
    }

    private static Content.Syntax.FrontMatter FrontMatterOf(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal))
        {
            return Content.Syntax.FrontMatter.None;
        }

        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var end = text.IndexOf("\n---", Math.Max(0, start - 1), StringComparison.Ordinal);
        return end < start ? Content.Syntax.FrontMatter.None : Content.Syntax.FrontMatter.Read(text, TextSpan.FromBounds(start, end));
    }

    /// <summary>Whether the words are the same and so is what is protected, by order. Signs that had to be escaped are words here.</summary>
    private static bool SaysTheSame(UnitText meant, UnitText read) => Plain(meant).SequenceEqual(Plain(read), StringComparer.Ordinal);

    private static IEnumerable<string> Plain(UnitText text)
    {
        var words = "";
        foreach (var piece in text.Pieces)
        {
            if (piece.Kind == PieceKind.Text)
            {
                words += piece.Raw;
            }
            else if (piece.Protects == ProtectedKind.Escape)
            {
                words += Unescaped(piece.Raw);
            }
            else if (piece.Protects is ProtectedKind.Name or ProtectedKind.Address or ProtectedKind.Placeholder)
            {
                // Whether something reads as a name depends on what stands around it.
                words += piece.Raw;
            }
            else
            {
                yield return Dense(words);
                yield return Dense(piece.Written ?? piece.Raw);
                words = "";
            }
        }

        yield return Dense(words);
    }

    private static string Unescaped(string raw) => raw is ['\\', _, ..] or "''" ? raw[1..] : raw;

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\\'));

    private TranslationUnit PlaceOf(ExportedUnit unit) => _isCopy ? unit.Source : unit.Place!;

    private IEnumerable<TextChange> Changes(AcceptedUnit accepted)
    {
        var place = PlaceOf(accepted.Unit);
        if (place.Kind == UnitKind.Metadata)
        {
            yield return MetadataText.Change(place, accepted.Text);
            yield break;
        }

        yield return new TextChange(place.Span, MarkdownText.Write(accepted.Text, accepted.Unit.Source, NewLine));
        if (!_isCopy && TranslationExporter.IsMarked(Base, place))
        {
            var mark = Base.Text.Content.IndexOf(UntranslatedMark.Text, place.Span.End, StringComparison.Ordinal);
            yield return new TextChange(TextSpan.FromBounds(place.Span.End, mark + UntranslatedMark.Text.Length), "");
        }
    }

    /// <summary>In what is copied from the original: the translation that there was, or the original's words with a mark.</summary>
    private IEnumerable<TextChange> Keep(ExportedUnit unit)
    {
        if (unit.Target is { } target)
        {
            return Changes(new AcceptedUnit(unit, target));
        }

        return unit.Source.Kind == UnitKind.Metadata ? [] : [new TextChange(new TextSpan(PlaceOf(unit).Span.End, 0), " " + UntranslatedMark.Text)];
    }

    private string NewLine => Base.Text.Content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The file with the changes.</summary>
    public PlannedFile Plan(List<TextChange> changes, int units, int untranslated, Func<string, ContentFile> fileOf)
    {
        var sourceBytes = Read(fileOf(Base.Text.Path), _isCopy ? original : translation!);
        if (!_isCopy)
        {
            var all = Grown is null ? changes : TextChanges.Compose(Grown.Insertions, changes);
            return new PlannedFile(EditedFile.Create(fileOf(translation!.Text.Path), sourceBytes, translation.Text, all), units, untranslated);
        }

        var text = TextChanges.Apply(Base.Text.Content, changes);
        var after = TextBytes.Encode(text, TextBytes.EncodingOf(sourceBytes));
        if (translation is not null)
        {
            var file = fileOf(translation.Text.Path);
            var change = new TextChange(new TextSpan(0, translation.Text.Length), text);
            return new PlannedFile(new EditedFile(file, Read(file, translation), after, translation.Text, [change]), units, untranslated);
        }

        var path = TargetPath.Of(original.Text.Path, options.Source, options.Target);
        return new PlannedFile(EditedFile.New(path, path, after), units, untranslated);
    }

    /// <exception cref="IOException">The file is not what was loaded any more.</exception>
    private static byte[] Read(ContentFile file, Article article)
    {
        var bytes = file.Read();
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == article.Text.ContentHash ? bytes : throw new IOException($"'{file.Path}' has changed since it was read; run the command again.");
    }
}
