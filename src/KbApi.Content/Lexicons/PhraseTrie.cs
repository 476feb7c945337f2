namespace KbApi.Content.Lexicons;

/// <summary>The tree of a set of phrases, breadth first: a state's number is greater than those of all that are less deep.</summary>
internal sealed class PhraseTrie
{
    /// <summary>The state behind each character class of each state.</summary>
    public required IReadOnlyList<Dictionary<int, int>> Children { get; init; }

    /// <summary>The state of the longest proper ending of each state that is one itself.</summary>
    public required int[] Failures { get; init; }

    /// <summary>How many characters lead to each state.</summary>
    public required int[] Depths { get; init; }

    /// <summary>The phrases that end in each state, longest first.</summary>
    public required PhrasePattern[][] Endings { get; init; }

    public static PhraseTrie Build(IEnumerable<PhrasePattern> patterns, CharacterClasses classes)
    {
        var children = new List<Dictionary<int, int>> { new() };
        var own = new List<List<PhrasePattern>> { new() };
        foreach (var pattern in patterns)
        {
            var at = 0;
            foreach (var c in pattern.Core)
            {
                if (!children[at].TryGetValue(classes[c], out var child))
                {
                    child = children.Count;
                    children[at].Add(classes[c], child);
                    children.Add([]);
                    own.Add([]);
                }

                at = child;
            }

            own[at].Add(pattern);
        }

        return Link(children, own);
    }

    private static PhraseTrie Link(List<Dictionary<int, int>> children, List<List<PhrasePattern>> own)
    {
        // In the order in which they are reached, states get the numbers that they keep.
        var order = new List<int>(children.Count) { 0 };
        var depths = new int[children.Count];
        var failures = new int[children.Count];
        var endings = new PhrasePattern[children.Count][];
        var linked = new List<Dictionary<int, int>>(children.Count);
        endings[0] = [];
        for (var state = 0; state < order.Count; state++)
        {
            var below = new Dictionary<int, int>(children[order[state]].Count);
            foreach (var (c, child) in children[order[state]].OrderBy(e => e.Key))
            {
                var number = order.Count;
                order.Add(child);
                depths[number] = depths[state] + 1;
                failures[number] = state == 0 ? 0 : Follow(linked, failures, failures[state], c);
                endings[number] = [.. own[child], .. endings[failures[number]]];
                below.Add(c, number);
            }

            linked.Add(below);
        }

        return new PhraseTrie { Children = linked, Failures = failures, Depths = depths, Endings = endings };
    }

    private static int Follow(List<Dictionary<int, int>> children, int[] failures, int state, int c)
    {
        while (true)
        {
            if (children[state].TryGetValue(c, out var child))
            {
                return child;
            }

            if (state == 0)
            {
                return 0;
            }

            state = failures[state];
        }
    }
}
