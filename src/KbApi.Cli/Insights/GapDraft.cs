using KbApi.Cli.Editing;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing;
using KbApi.Content.Editing.Scaffolding;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Reports.Insights;

namespace KbApi.Cli.Insights;

/// <summary>
/// Drafts the entry that a gap is in want of, where the closest entry stands: its code and how it was put, and marks where somebody has to write what is
/// not known. An entry is drafted in all locales of its article, so that they stay alike.
/// </summary>
internal sealed class GapDraft(ITerminal terminal, IReadOnlyList<ContentFile> files, KnowledgeBaseLoader loader, KnowledgeBase knowledgeBase, GapNeighbours neighbours)
{
    private const int MaxTitleChars = 120;

    /// <summary>Drafts the first of some gaps that has a place in a locale: as a patch, or in the files.</summary>
    public int Run(IReadOnlyList<Gap> gaps, LocaleTag locale, bool isWritten)
    {
        foreach (var gap in gaps)
        {
            if (Draft(gap, locale) is { } drafted)
            {
                terminal.Error.WriteLine(terminal.Text("Gaps_Drafted", gap.Template, gap.Count, drafted.Near));
                List<EditedFile> ordered = [.. drafted.Files.OrderByDescending(f => IsIn(f, locale)).ThenBy(f => f.File.Path, StringComparer.Ordinal)];
                return Outcome.Write(terminal, ordered, asDiff: !isWritten);
            }
        }

        terminal.Error.WriteLine("kb: " + terminal.Text(gaps.Count == 0 ? "Gaps_None" : "Gaps_NoPlace", locale.Value));
        return gaps.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private (IReadOnlyList<EditedFile> Files, string Near)? Draft(Gap gap, LocaleTag locale)
    {
        foreach (var near in neighbours.Find(gap))
        {
            if (knowledgeBase.Entries.Find(near.EntryId)?.In(locale) is not { Section: { } section } entry)
            {
                continue;
            }

            var result = new EntryScaffolder(files, loader).Scaffold(new NewEntry(entry.ArticleId, section, TitleOf(gap)) { Code = neighbours.CodesOf(gap) is [var code, ..] ? code : null });
            if (result.Problem is null)
            {
                return (result.Files, near.EntryId);
            }
        }

        return null;
    }

    /// <summary>How it was put: nothing is made up.</summary>
    private static string TitleOf(Gap gap)
    {
        var text = gap.Examples.IsEmpty ? gap.Template : gap.Examples[0];
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxTitleChars ? line : line[..MaxTitleChars] + "\u2026";
    }

    private bool IsIn(EditedFile file, LocaleTag locale) => knowledgeBase.Articles.Items.SelectMany(a => a.Variants).Any(a => a.Locale == locale && a.Text.Path == file.File.Path);
}
