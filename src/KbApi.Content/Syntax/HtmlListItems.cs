using System.Collections.Immutable;

namespace KbApi.Content.Syntax;

/// <summary>The items of a numbered list written in HTML: <c>&lt;ol&gt;</c> and what its items say, those of lists below them included.</summary>
internal static class HtmlListItems
{
    /// <summary>No procedure has as many steps; each is cut out of the whole list.</summary>
    private const int MaxItems = 100;

    /// <summary>The items of a text that is a numbered list and nothing else; none where it is not.</summary>
    public static ImmutableArray<InlineText> Numbered(InlineText text)
    {
        var starts = text.MarksOf(InlineMarkKind.OrderedListItem).Select(m => m.Start).ToList();
        if (starts.Count is 0 or > MaxItems || starts[0] > 0)
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<InlineText>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var upTo = i + 1 < starts.Count ? text.To(starts[i + 1]) : text;
            var item = upTo.From(starts[i]);
            if (!item.IsEmpty)
            {
                items.Add(item);
            }
        }

        return items.ToImmutable();
    }
}
