using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Formatting;

/// <summary>Gives all bullets the same marker. Lists that only their markers part keep them.</summary>
internal static class MarkerLayouter
{
    private const char Marker = '-';

    public static IEnumerable<TextChange> Changes(MarkdownDocument document, SourceText text)
    {
        foreach (var list in document.Descendants<ListBlock>().Where(l => !l.IsOrdered && l.BulletType != Marker && !HasNeighbour(l)))
        {
            foreach (var item in list)
            {
                var start = item.Span.Start;
                if (start >= 0 && start < text.Length && text.Content[start] == list.BulletType)
                {
                    yield return new TextChange(new TextSpan(start, 1), Marker.ToString());
                }
            }
        }
    }

    private static bool HasNeighbour(ListBlock list)
    {
        var index = list.Parent!.IndexOf(list);
        return (index > 0 && list.Parent[index - 1] is ListBlock) || (index + 1 < list.Parent.Count && list.Parent[index + 1] is ListBlock);
    }
}
