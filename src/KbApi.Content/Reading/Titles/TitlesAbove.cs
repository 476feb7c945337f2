using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>What the titles tell that a section stands under: its own, those of the sections around it, and that of the document.</summary>
internal static class TitlesAbove
{
    /// <summary>Whether any of them has phrases as wanted.</summary>
    public static bool Any(DocumentContext context, OutlineSection section, Predicate<PhraseKinds> isWanted)
    {
        if (isWanted(context.StatedTitle.KindsIn(context.Lexicon)))
        {
            return true;
        }

        for (var above = section; above is not null; above = above.Parent)
        {
            if (isWanted(above.Title.KindsIn(context.Lexicon)))
            {
                return true;
            }
        }

        return false;
    }
}
