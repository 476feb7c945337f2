using System.Text;

namespace KbApi.Content.Lexicons;

/// <summary>
/// A lexicon of which only as much is read as is asked for. The built-in ones are half a megabyte of YAML, which every command would wait for; documents in another
/// language need their headers and labels alone.
/// </summary>
internal sealed class LexiconSource
{
    private static readonly string[] ForeignKeys = ["language", "headers", "labels"];

    private readonly Lazy<LexiconFile> _all;

    private LexiconSource(LexiconFile foreign, Lazy<LexiconFile> all) => (Foreign, _all) = (foreign, all);

    /// <summary>Its language, headers and labels; it may have more.</summary>
    public LexiconFile Foreign { get; }

    /// <summary>All of it.</summary>
    public LexiconFile All => _all.Value;

    public string Language => Foreign.Language;

    /// <summary>A built-in lexicon, which is known to be one.</summary>
    public static LexiconSource BuiltIn(string yaml) => new(LexiconReader.Read(OnlyForeign(yaml)), new Lazy<LexiconFile>(() => LexiconReader.Read(yaml)));

    /// <summary>A lexicon of somebody else, read at once.</summary>
    /// <exception cref="FormatException">The text is no lexicon; the message tells where and why.</exception>
    public static LexiconSource Read(string yaml)
    {
        var file = LexiconReader.Read(yaml);
        return new LexiconSource(file, new Lazy<LexiconFile>(file));
    }

    /// <summary>The keys on the left that are wanted, with the lines below them.</summary>
    private static string OnlyForeign(string yaml)
    {
        var kept = new StringBuilder();
        var isWanted = false;
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            if (line is [var first, ..] && char.IsAsciiLetter(first))
            {
                var key = line.IndexOf(':') is > 0 and var end ? line[..end] : line;
                isWanted = false;
                foreach (var wanted in ForeignKeys)
                {
                    isWanted |= key.SequenceEqual(wanted);
                }
            }

            if (isWanted)
            {
                kept.Append(line).Append('\n');
            }
        }

        return kept.ToString();
    }
}
