namespace KbApi.Rules.Configuration;

/// <summary>
/// A pattern of paths as in <c>.editorconfig</c>: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c>, <c>{a,b}</c>.
/// Without a slash it matches file names in any folder. Matches in time proportional to pattern times path.
/// </summary>
internal sealed class Glob
{
    private const int MostAlternatives = 64;
    private readonly string[] _patterns;

    private Glob(string[] patterns) => _patterns = patterns;

    public static Glob Parse(string pattern)
    {
        var alternatives = Expand(pattern);
        return new Glob([.. alternatives.Select(p => p.Contains('/', StringComparison.Ordinal) ? p.TrimStart('/') : "**/" + p)]);
    }

    public bool IsMatch(string path) => _patterns.Any(p => IsMatch(p, path) || (p.StartsWith("**/", StringComparison.Ordinal) && IsMatch(p[3..], path)));

    private static List<string> Expand(string pattern)
    {
        List<string> patterns = [pattern];
        for (var i = 0; i < patterns.Count && patterns.Count < MostAlternatives;)
        {
            var open = patterns[i].IndexOf('{', StringComparison.Ordinal);
            var close = open < 0 ? -1 : patterns[i].IndexOf('}', open);
            if (close < 0)
            {
                i++;
                continue;
            }

            var (before, choices, after) = (patterns[i][..open], patterns[i][(open + 1)..close], patterns[i][(close + 1)..]);
            patterns.RemoveAt(i);
            patterns.InsertRange(i, choices.Split(',').Select(c => before + c + after));
        }

        return patterns;
    }

    private static bool IsMatch(string pattern, string path)
    {
        // Which lengths of the path the pattern read so far can match.
        var current = new bool[path.Length + 1];
        current[0] = true;
        for (var i = 0; i < pattern.Length; i++)
        {
            var isAny = pattern[i] == '*';
            var crosses = isAny && i + 1 < pattern.Length && pattern[i + 1] == '*';
            i += crosses ? 1 : 0;
            var next = new bool[path.Length + 1];
            for (var j = 0; j <= path.Length; j++)
            {
                if (isAny)
                {
                    next[j] = current[j] || (j > 0 && next[j - 1] && (crosses || path[j - 1] != '/'));
                }
                else
                {
                    next[j] = j > 0 && current[j - 1] && (path[j - 1] == pattern[i] || (pattern[i] == '?' && path[j - 1] != '/'));
                }
            }

            current = next;
        }

        return current[path.Length];
    }
}
