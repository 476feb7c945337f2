using KbApi.Content.Text;

namespace KbApi.Content.Syntax;

/// <summary>Puts blanks in the place of what is to be overlooked, character for character: offsets stay those of the file.</summary>
internal static class Blanks
{
    /// <summary>The text with blanks in some places; the same string where there are none. Copied once, however many there are.</summary>
    public static string Put(string text, List<TextSpan>? places) => places is null ? text
        : string.Create(text.Length, (text, places), static (target, state) =>
        {
            state.text.CopyTo(target);
            foreach (var place in state.places)
            {
                target.Slice(place.Start, place.Length).Fill(' ');
            }
        });
}
