using System.Collections.Immutable;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Formats;
using KbApi.Translation.Units;

namespace KbApi.Translation.Import;

/// <summary>Takes translations back into content. Plans first; nothing is written here.</summary>
public sealed class TranslationImporter(ImportOptions options)
{
    private readonly TranslationExporter _exporter = new();

    /// <summary>What would be changed.</summary>
    /// <param name="knowledgeBase">The content, with the source locale as its default.</param>
    /// <param name="files">The files that it was loaded from.</param>
    /// <param name="units">The units that came back.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="IOException">A file has changed since it was loaded.</exception>
    public ImportPlan Plan(KnowledgeBase knowledgeBase, IReadOnlyList<ContentFile> files, IReadOnlyList<ImportedUnit> units, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(units);
        var byPath = files.DistinctBy(f => f.Path).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var articles = Articles(knowledgeBase);
        var total = new Tally();
        foreach (var group in units.GroupBy(u => articles.GetValueOrDefault(u.Article)?.Id ?? u.Article, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!articles.TryGetValue(group.Key, out var article))
            {
                total.Problems.AddRange(group.Select(u => new ImportProblem(ImportProblemKind.Unknown, group.Key, u.Id, [])));
                continue;
            }

            Plan(article, [.. group], path => byPath[path], total);
        }

        return new ImportPlan(total.Files.ToImmutable(), total.Problems.ToImmutable(), total.Unchanged, total.Untranslated);
    }

    /// <summary>The articles by their ids and by the names that files have for them.</summary>
    private Dictionary<string, Localized<Article>> Articles(KnowledgeBase knowledgeBase)
    {
        var found = new Dictionary<string, Localized<Article>>(StringComparer.Ordinal);
        foreach (var article in knowledgeBase.Articles.Items.Where(a => a.In(options.Source) is not null))
        {
            found.TryAdd(article.Id, article);
            found.TryAdd(new ExportedArticle(article.Id, "", []).FileId, article);
        }

        return found;
    }

    private void Plan(Localized<Article> article, List<ImportedUnit> units, Func<string, ContentFile> fileOf, Tally total)
    {
        var (original, translation) = (article.In(options.Source)!, article.In(options.Target));
        var exported = _exporter.Export(original, translation);
        var sorting = new UnitSorting(exported, options.LeastState);
        sorting.Sort(units);
        var accepted = sorting.Accepted;
        GrownTranslation? grown = null;
        if (translation is not null && !options.FromSource)
        {
            grown = Grow(original, translation, exported, accepted);
            exported = exported with { Units = grown?.Units ?? exported.Units };
            accepted = Placed(exported, accepted, total);
        }

        total.Problems.AddRange(sorting.Problems);
        total.Unchanged += sorting.Unchanged;
        total.Untranslated += sorting.Untranslated;
        if (accepted.Count == 0 && !(options.FromSource && translation is not null && sorting.Unchanged > 0))
        {
            return;
        }

        var writer = new ArticleWriter(_exporter, original, translation, options) { Grown = grown };
        var taken = accepted.Select(a => a.Unit.Source.Id).ToHashSet(StringComparer.Ordinal);
        var left = exported.Units.Where(u => !taken.Contains(u.Source.Id)).ToList();
        var (changes, sound, unsound) = writer.Write(accepted, left);
        total.Problems.AddRange(unsound.Select(u => UnitSorting.Refused(ImportProblemKind.Structure, exported, u.Unit, [])));
        if (unsound.Count > 0 && ReferenceEquals(writer.Base, original))
        {
            // In a copy of the original, what is refused stays in the original's words.
            (changes, sound, _) = writer.Write(sound, [.. left, .. unsound.Select(u => u.Unit)]);
        }

        if (changes.Count > 0)
        {
            var untranslated = ReferenceEquals(writer.Base, original) ? exported.Units.Count(u => u.Target is null) - sound.Count(s => s.Unit.Target is null) : 0;
            total.Files.Add(writer.Plan(changes, sound.Count, untranslated, fileOf));
        }
    }

    /// <summary>The translation with a place for each accepted unit that had none, as far as one can be found.</summary>
    private GrownTranslation? Grow(Article original, Article translation, ExportedArticle exported, List<AcceptedUnit> accepted)
    {
        var wanted = accepted.Where(a => a.Unit.Place is null && a.Unit.Source.Kind != UnitKind.Metadata).Select(a => a.Unit.Source.Id).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return null;
        }

        var additions = MissingBlocks.Find(original, translation, exported.Units, _exporter.Units(translation), wanted);
        if (additions.Count > 0 && GrownTranslation.Create(original, translation, exported.Units, additions) is var all && HoldsItsUnits(all))
        {
            return all;
        }

        // One by one, what can't be added does not hold back the rest.
        var sound = new List<Addition>();
        foreach (var addition in additions)
        {
            if (HoldsItsUnits(GrownTranslation.Create(original, translation, exported.Units, [.. sound, addition])))
            {
                sound.Add(addition);
            }
        }

        return sound.Count == 0 ? null : GrownTranslation.Create(original, translation, exported.Units, sound);
    }

    /// <summary>Whether all units stand where they are thought to stand, and no other text became one.</summary>
    private bool HoldsItsUnits(GrownTranslation grown)
    {
        var spans = _exporter.Units(grown.Article with { Entries = [], Sections = [] }).ToDictionary(u => u.Span, u => u.Kind);
        return grown.Units.Where(u => u.Place is { Kind: not UnitKind.Metadata }).All(u => spans.TryGetValue(u.Place!.Span, out var kind) && kind == u.Place.Kind);
    }

    private static List<AcceptedUnit> Placed(ExportedArticle exported, List<AcceptedUnit> accepted, Tally total)
    {
        var byId = exported.Units.ToDictionary(u => u.Source.Id, StringComparer.Ordinal);
        List<AcceptedUnit> current = [.. accepted.Select(a => a with { Unit = byId[a.Unit.Source.Id] })];
        total.Problems.AddRange(current.Where(a => a.Unit.Place is null).Select(a => UnitSorting.Refused(ImportProblemKind.NoPlace, exported, a.Unit, [])));
        current.RemoveAll(a => a.Unit.Place is null);
        return current;
    }

    private sealed class Tally
    {
        public ImmutableArray<PlannedFile>.Builder Files { get; } = ImmutableArray.CreateBuilder<PlannedFile>();

        public ImmutableArray<ImportProblem>.Builder Problems { get; } = ImmutableArray.CreateBuilder<ImportProblem>();

        public int Unchanged { get; set; }

        public int Untranslated { get; set; }
    }
}
