using System.Globalization;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>A numbered list, or several whose numbers go on after a block that is not indented.</summary>
internal sealed class StepList
{
    private readonly List<ListBlock> _lists = [];
    private readonly IReadOnlyList<InlineText> _items = [];

    private StepList(ListBlock first, Block? before)
    {
        _lists.Add(first);
        (First, Last, Count, Before) = (first, first, first.Count, before);
    }

    private StepList(Block html, IReadOnlyList<InlineText> items, Block? before)
    {
        _items = items;
        (First, Last, Count, Before) = (html, html, items.Count, before);
    }

    /// <summary>The block before the list, or null.</summary>
    public Block? Before { get; }

    public Block First { get; }

    public Block Last { get; private set; }

    public int Count { get; private set; }

    /// <summary>The items, in order.</summary>
    public IEnumerable<StepItem> Items()
    {
        foreach (var item in _items)
        {
            yield return new StepItem(Item: null, item);
        }

        foreach (var list in _lists)
        {
            foreach (var item in list)
            {
                yield return new StepItem((ListItemBlock)item, Html: null);
            }
        }
    }

    /// <summary>The numbered lists among blocks, in Markdown or HTML; where there are none, those in the items of lists that have no numbers.</summary>
    public static IReadOnlyList<StepList> FindAll(List<Block> blocks, InlineTextReader reader)
    {
        if (!blocks.Exists(static b => b is ListBlock || (b is ParagraphBlock paragraph && IsHtmlList(paragraph))))
        {
            return [];
        }

        var found = new List<StepList>();
        Collect(blocks, found);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is ParagraphBlock paragraph && IsHtmlList(paragraph) && HtmlListItems.Numbered(reader.Read(paragraph)) is { IsEmpty: false } items)
            {
                found.Add(new StepList(paragraph, items, i > 0 ? blocks[i - 1] : null));
            }
        }

        return found;
    }

    private static bool IsHtmlList(ParagraphBlock paragraph) =>
        paragraph.Inline is not null || (paragraph.Lines.Count > 0 && paragraph.Lines.Lines[0].Slice.AsSpan().StartsWith("<ol", StringComparison.OrdinalIgnoreCase));

    private static void Collect(IReadOnlyList<Block> blocks, List<StepList> found)
    {
        StepList? open = null;
        bool? hasOwn = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not ListBlock list)
            {
                continue;
            }

            if (!list.IsOrdered)
            {
                // Beside numbered steps, other lists belong to one of them.
                if (!(hasOwn ??= HasOrdered(blocks, i)))
                {
                    foreach (var item in list)
                    {
                        Collect((ListItemBlock)item, found);
                    }
                }
            }
            else if (open is not null && NumberOf(list) == open.Count + 1)
            {
                open._lists.Add(list);
                open.Last = list;
                open.Count += list.Count;
            }
            else
            {
                hasOwn = true;
                found.Add(open = new StepList(list, i > 0 ? blocks[i - 1] : null));
            }
        }
    }

    private static bool HasOrdered(IReadOnlyList<Block> blocks, int start)
    {
        for (var i = start; i < blocks.Count; i++)
        {
            if (blocks[i] is ListBlock { IsOrdered: true })
            {
                return true;
            }
        }

        return false;
    }

    private static int NumberOf(ListBlock list) =>
        int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
