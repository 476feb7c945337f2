using System.Collections.Immutable;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.Regions;

/// <summary>Writes the generated regions of pages that people write, and nothing else of them.</summary>
/// <param name="knowledgeBase">What the regions tell of.</param>
public sealed class RegionRefresher(KnowledgeBase knowledgeBase)
{
    private readonly SectionTable _tables = new();

    /// <summary>Whether a page has regions.</summary>
    public static bool HasRegions(ReadOnlySpan<byte> page) => page.IndexOf("kb:begin"u8) >= 0;

    /// <summary>The page with its regions as they have to be; compared with what it is.</summary>
    /// <param name="page">The page.</param>
    /// <param name="failures">Gets the regions that can't be written and stay as they are.</param>
    /// <returns>The page, or null where it is no text.</returns>
    public EditedFile? Refresh(ContentFile page, ICollection<RegionFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(failures);
        var bytes = page.Read();
        if (TextDecoder.Decode(bytes, page.Path).Text is not { } text)
        {
            return null;
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var region in RegionReader.Read(text))
        {
            var (content, failure) = Write(region, text, ContentLayout.Of(page));
            if (failure is not null)
            {
                failures.Add(failure with { Path = page.Path, Line = region.Line });
            }
            else if (text[region.Span!.Value] != content)
            {
                changes.Add(new TextChange(region.Span.Value, content!));
            }
        }

        return EditedFile.Create(page, bytes, text, changes);
    }

    private (string? Content, RegionFailure? Failure) Write(Region region, SourceText page, ContentLayout layout)
    {
        if (region.Span is null)
        {
            return Failed(RegionProblem.NotEnded, "kb:end");
        }

        if (region.Kind != "table")
        {
            return Failed(RegionProblem.UnknownKind, region.Kind);
        }

        if (region.Values.GetValueOrDefault("section") is not { Length: > 0 } section)
        {
            return Failed(RegionProblem.Missing, "section");
        }

        var wanted = region.Values.GetValueOrDefault("locale") ?? (layout.Locale ?? knowledgeBase.DefaultLocale).Value;
        if (!LocaleTag.TryParse(wanted, out var locale))
        {
            return Failed(RegionProblem.NotFound, wanted);
        }

        var name = region.Values.GetValueOrDefault("article");
        var articles = knowledgeBase.Articles.Items.Where(a => name is null || string.Equals(a.Id, name, StringComparison.OrdinalIgnoreCase))
            .Select(a => a.InFirstOf(knowledgeBase.ChainFor(locale))).OfType<Article>()
            .Where(a => a.Sections.Any(s => string.Equals(s.Anchor, section, StringComparison.OrdinalIgnoreCase))).ToList();
        if (articles.Count != 1)
        {
            return Failed(articles.Count == 0 ? RegionProblem.NotFound : RegionProblem.Missing, articles.Count == 0 ? section : "article");
        }

        var columns = region.Values.GetValueOrDefault("columns")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Array.Find(columns, c => !Enum.TryParse<EntryField>(c, ignoreCase: true, out _)) is { } unknown
            ? Failed(RegionProblem.NotFound, unknown)
            : (_tables.Write(articles[0], section, [.. columns.Select(c => Enum.Parse<EntryField>(c, ignoreCase: true))], LineEndings.Of(page.Content)), null);
    }

    private static (string?, RegionFailure?) Failed(RegionProblem problem, string argument) => (null, new RegionFailure("", 0, problem, argument));
}
