namespace KbApi.Content.Lexicons;

/// <summary>
/// Finds all phrases of a set in one pass over a text, in time that depends on the text's length and not on the number of phrases
/// (Aho and Corasick, 1975). Case does not matter; typographic apostrophes and no-break blanks count as plain ones.
/// </summary>
internal sealed class PhraseAutomaton
{
    private readonly Node[] _nodes;
    private readonly int[] _rootByAscii = new int[128];

    public PhraseAutomaton(IEnumerable<PhrasePattern> patterns)
    {
        var nodes = new List<Node> { new() };
        foreach (var pattern in patterns)
        {
            Insert(nodes, pattern);
            MaxLength = Math.Max(MaxLength, pattern.Core.Length);
        }

        Link(nodes);
        _nodes = [.. nodes];
        for (var c = 0; c < _rootByAscii.Length; c++)
        {
            _rootByAscii[c] = _nodes[0].Child((char)c);
        }
    }

    /// <summary>The length of the longest phrase.</summary>
    public int MaxLength { get; }

    /// <summary>How characters are compared.</summary>
    public static char Fold(char c) => c switch
    {
        < (char)128 => (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c),
        '\u2019' => '\'',
        '\u00A0' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>The state behind one more character. State 0 is the beginning.</summary>
    public int Next(int state, char c)
    {
        c = Fold(c);
        while (true)
        {
            if (state == 0)
            {
                return c < 128 ? _rootByAscii[c] : _nodes[0].Child(c);
            }

            var child = _nodes[state].Child(c);
            if (child != 0)
            {
                return child;
            }

            state = _nodes[state].Fail;
        }
    }

    /// <summary>The phrases that end where the state was reached, longest first.</summary>
    public ReadOnlySpan<PhrasePattern> EndingAt(int state) => _nodes[state].Endings;

    private static void Insert(List<Node> nodes, PhrasePattern pattern)
    {
        var at = 0;
        foreach (var character in pattern.Core)
        {
            var c = Fold(character);
            var child = nodes[at].Child(c);
            if (child == 0)
            {
                child = nodes.Count;
                nodes.Add(new Node());
                nodes[at].Add(c, child);
            }

            at = child;
        }

        nodes[at].Endings = [.. nodes[at].Endings, pattern];
    }

    private static void Link(List<Node> nodes)
    {
        var queue = new Queue<int>(nodes[0].Children);
        while (queue.TryDequeue(out var at))
        {
            foreach (var (c, child) in nodes[at].Edges)
            {
                var fail = nodes[at].Fail;
                while (fail != 0 && nodes[fail].Child(c) == 0)
                {
                    fail = nodes[fail].Fail;
                }

                nodes[child].Fail = nodes[fail].Child(c);
                nodes[child].Endings = [.. nodes[child].Endings, .. nodes[nodes[child].Fail].Endings];
                queue.Enqueue(child);
            }
        }
    }

    private sealed class Node
    {
        private char[] _characters = [];
        private int[] _children = [];

        public int Fail { get; set; }

        public PhrasePattern[] Endings { get; set; } = [];

        public IReadOnlyList<int> Children => _children;

        public IEnumerable<(char Character, int Child)> Edges => _characters.Zip(_children);

        /// <summary>The node behind a character, or 0 where there is none.</summary>
        public int Child(char c)
        {
            // Nearly every node has one child; no node but the first has more than a few.
            var characters = _characters;
            for (var i = 0; i < characters.Length; i++)
            {
                if (characters[i] == c)
                {
                    return _children[i];
                }
            }

            return 0;
        }

        public void Add(char c, int child)
        {
            _characters = [.. _characters, c];
            _children = [.. _children, child];
        }
    }
}
