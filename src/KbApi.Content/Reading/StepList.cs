using System.Globalization;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>A numbered list, or several whose numbers go on after a block that is not indented.</summary>
internal sealed class StepList
{
    private readonly List<ListBlock> _lists = [];

    private StepList(ListBlock first, Block? before)
    {
        _lists.Add(first);
        Count = first.Count;
        Before = before;
    }

    /// <summary>The block before the list, or null.</summary>
    public Block? Before { get; }

    public ListBlock First => _lists[0];

    public ListBlock Last => _lists[^1];

    public IEnumerable<ListItemBlock> Items => _lists.SelectMany(ListReading.Items);

    public int Count { get; private set; }

    /// <summary>The numbered lists among blocks; where there are none, those in the items of lists that have no numbers.</summary>
    public static List<StepList> FindAll(IReadOnlyList<Block> blocks)
    {
        var found = new List<StepList>();
        Collect(blocks, found);
        return found;
    }

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
