using System.Globalization;
using System.Text;
using KbApi.Content.Loading;

namespace KbApi.Content.Tests.Loading;

/// <summary>Files that are written, moved and removed at random: translations, the same article twice, shared codes, includes, and what can't be read.</summary>
internal sealed class ChangedContent(int seed)
{
    private static readonly string[] Paths =
    [
        "a.md", "a.sv-SE.md", "en-US/a.md", "sv-SE/a.md", "de-DE/a.md", "en-US/b.md", "sv-SE/b.md", "fr-FR/b.md", "sub/c.md", "sv-SE/sub/c.md", "en-US/D.md", "part.md", "schemes.yaml",
    ];

    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The files as they are now, in no order.</summary>
    public IReadOnlyList<ContentFile> Files
    {
        get
        {
            ContentFile[] files = [.. _files.Select(f => ContentFile.InMemory(f.Key, Encoding.UTF8.GetBytes(f.Value)))];
            _random.Shuffle(files);
            return files;
        }
    }

    /// <summary>Changes a few files.</summary>
    public void Change()
    {
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            var path = Pick(Paths);
            switch (_random.Next(4))
            {
                case 0:
                    _files.Remove(path);
                    break;
                case 1 when _files.Remove(path, out var moved):
                    _files[Pick(Paths)] = moved;
                    break;
                default:
                    _files[path] = TextFor(path);
                    break;
            }
        }
    }

    private string TextFor(string path) => path.EndsWith(".yaml", StringComparison.Ordinal)
        ? Pick(["schemes: []\n", "schemes:\n  - { id: own, title: Own, patterns: ['OWN-###'] }\n", "schemes: 5\n"])
        : _random.Next(12) == 0 ? "" : Document();

    private string Document()
    {
        var text = new StringBuilder("# Errors\n\n").Append(Pick(["", "[!INCLUDE [part](/part.md)]\n\n", "## Steps\n\n1. Open the portal.\n2. Restart it.\n\n"]));
        text.Append("| Code | Problem | Solution |\n|---|---|---|\n");
        for (var rows = _random.Next(5); rows > 0; rows--)
        {
            var code = Pick(["0x80070005", "31001", "31002", "31003", "OWN-123", "SSPR_0029", "**31001** and 31002", ""]);
            text.Append(CultureInfo.InvariantCulture, $"| {code} | {Pick(["It fails", "The sync fails", "Sync start", "Sync success"])} {_random.Next(3)} | Restart it, see 0x80070005. |\n");
        }

        return text.ToString();
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
