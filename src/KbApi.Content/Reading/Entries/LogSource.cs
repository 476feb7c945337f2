using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>Finds which log source a section is about, from headings such as <c>Events from source ADSync</c>.</summary>
internal static class LogSource
{
    /// <summary>Whether a section, or one that it stands in, is about events in a log.</summary>
    public static bool IsAboutEvents(OutlineSection section, Lexicon lexicon) =>
        section.SelfAndAncestors().Any(s => s.Title.KindsIn(lexicon).Has(lexicon.Event));

    /// <summary>The source that the nearest heading about events names, or null.</summary>
    public static string? Find(OutlineSection section, Lexicon lexicon)
    {
        foreach (var ancestor in section.SelfAndAncestors())
        {
            var title = ancestor.Title;
            if (title.KindsIn(lexicon).Has(lexicon.Source) && NameIn(title) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string? NameIn(InlineText title)
    {
        if (title.FirstMark(InlineMarkKind.Code) is { } mark)
        {
            return title.TextOf(mark).ToString();
        }

        var text = title.Text.AsSpan();
        string? name = null;
        for (var i = 0; i < text.Length;)
        {
            var word = Word.At(text, i);
            if (word.Length > 0 && Word.IsSymbol(text.Slice(i, word.Length)))
            {
                name = text.Slice(i, word.Length).ToString();
            }

            i += Math.Max(1, word.Length);
        }

        return name;
    }
}
