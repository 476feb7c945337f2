using System.Text.RegularExpressions;

namespace KbApi.Benchmarks.Templates;

/// <summary>
/// Drain (He, Zhu, Zheng and Lyu, ICWS 2017) with the parameters and the kinds of masks that Drain3 comes with: a tree by number of words and by
/// the first of them, and in its leaves the cluster that most words agree with.
/// </summary>
internal sealed partial class DrainPeer
{
    private const int Depth = 4;
    private const int MostChildren = 100;
    private const double FewestAlike = 0.4;
    private const string Any = "<*>";

    private readonly Node _root = new();
    private int _clusters;

    public int Clusters => _clusters;

    /// <summary>The cluster that a message belongs to, by number.</summary>
    public int Add(string message)
    {
        var words = Mask(message).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var leaf = LeafOf(words);
        Cluster? best = null;
        var (bestAlike, bestAny) = (-1.0, -1);
        foreach (var cluster in leaf.Clusters)
        {
            var (alike, any) = (0, 0);
            for (var i = 0; i < words.Length; i++)
            {
                any += cluster.Words[i] == Any ? 1 : 0;
                alike += cluster.Words[i] == words[i] ? 1 : 0;
            }

            var share = (double)alike / words.Length;
            if (share > bestAlike || (share == bestAlike && any > bestAny))
            {
                (best, bestAlike, bestAny) = (cluster, share, any);
            }
        }

        if (best is null || bestAlike < FewestAlike)
        {
            leaf.Clusters.Add(best = new Cluster(_clusters++, words));
            return best.Id;
        }

        for (var i = 0; i < words.Length; i++)
        {
            best.Words[i] = best.Words[i] == words[i] ? words[i] : Any;
        }

        return best.Id;
    }

    private static string Mask(string message) =>
        Number().Replace(Hex().Replace(LongHex().Replace(Address().Replace(Id().Replace(message, "<:ID:>"), "<:IP:>"), "<:SEQ:>"), "<:HEX:>"), "<:NUM:>");

    private Node LeafOf(string[] words)
    {
        var node = Child(_root, words.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), isBounded: false);
        for (var i = 0; i < Math.Min(words.Length, Depth - 2); i++)
        {
            node = Child(node, words[i].AsSpan().ContainsAnyInRange('0', '9') ? Any : words[i], isBounded: true);
        }

        return node;
    }

    private static Node Child(Node node, string word, bool isBounded)
    {
        if (node.Children.TryGetValue(word, out var child))
        {
            return child;
        }

        word = isBounded && node.Children.Count >= MostChildren - 1 ? Any : word;
        if (!node.Children.TryGetValue(word, out child))
        {
            node.Children[word] = child = new Node();
        }

        return child;
    }

    [GeneratedRegex(@"(?<=[^A-Za-z0-9]|^)(([0-9a-f]{2,}:){3,}([0-9a-f]{2,}))(?=[^A-Za-z0-9]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<=[^A-Za-z0-9]|^)(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?=[^A-Za-z0-9]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=[^A-Za-z0-9]|^)([0-9a-f]{6,} ?){3,}(?=[^A-Za-z0-9]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LongHex();

    [GeneratedRegex(@"(?<=[^A-Za-z0-9]|^)(0x[a-f0-9A-F]+)(?=[^A-Za-z0-9]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hex();

    [GeneratedRegex(@"(?<=[^A-Za-z0-9]|^)([\-\+]?\d+)(?=[^A-Za-z0-9]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public List<Cluster> Clusters { get; } = [];
    }

    private sealed record Cluster(int Id, string[] Words);
}
