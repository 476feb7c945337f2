using KbApi.Content.Codes;
using KbApi.Content.Lexicons;

namespace KbApi.Rules.Templates;

/// <summary>
/// Finds the template of a message: what varies becomes a placeholder, what means something is kept. Numbers, GUIDs, paths, addresses, times, quoted
/// values, accounts and hosts vary; a code never does, and neither does a word. One pass without regular expressions; what one message becomes does not
/// depend on others, and a template is its own template. Safe for several threads.
/// </summary>
/// <remarks>Messages are redacted before: a name that nothing marks as one is a word like others. See ADR 36.</remarks>
public sealed class TemplateReader
{
    /// <summary>The most characters of a template; one that is cut ends in an ellipsis.</summary>
    public const int MostChars = 512;

    /// <summary>More characters of a message are not read.</summary>
    public const int MostMessageChars = 4096;

    private const int MostLooks = 5;

    /// <summary>More words that may be values are taken for names.</summary>
    internal const int MostIdentifiers = 16;

    private readonly CodeWords _words;
    private readonly WordShape _shapes;

    /// <summary>A reader that knows codes by schemes, and the words before codes by lexicons.</summary>
    public TemplateReader(CodeSchemeSet schemes, LexiconSet lexicons)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        ArgumentNullException.ThrowIfNull(lexicons);
        _words = new CodeWords(lexicons);
        _shapes = new WordShape(schemes);
    }

    /// <summary>A reader with the schemes and lexicons of the library.</summary>
    public static TemplateReader CreateBuiltIn() => new(CodeSchemeSet.LoadBuiltIn(), LexiconSet.LoadBuiltIn());

    /// <summary>The template of a message.</summary>
    public TextTemplate Read(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Span<char> chars = stackalloc char[MostChars];
        Span<Range> identifiers = stackalloc Range[MostIdentifiers];
        var buffer = new TemplateBuffer(chars, identifiers);
        ReadInto(message, ref buffer);
        return new TextTemplate(buffer.Text.ToString(), [.. buffer.Identifiers]);
    }

    /// <summary>Writes the template of a message, and returns how long it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="template">At least <see cref="MostChars"/> characters.</param>
    public int Read(ReadOnlySpan<char> message, Span<char> template)
    {
        if (template.Length < MostChars)
        {
            throw new ArgumentException($"A template may take {MostChars} characters; give room for as many.", nameof(template));
        }

        Span<Range> identifiers = stackalloc Range[MostIdentifiers];
        var buffer = new TemplateBuffer(template[..MostChars], identifiers);
        ReadInto(message, ref buffer);
        return buffer.Length;
    }

    private void ReadInto(ReadOnlySpan<char> message, ref TemplateBuffer buffer)
    {
        var text = message[..Math.Min(message.Length, MostMessageChars)].Trim();
        if (text.Length is > 0 and <= 10 && !text.ContainsAnyExceptInRange('0', '9'))
        {
            // A number that is all that is said is a code.
            buffer.AppendCode(text);
            return;
        }

        new TemplatePass(text, _words, _shapes).Read(ref buffer, 0, text.Length, depth: 0);
        for (var looks = 1; looks < MostLooks && buffer.IsRagged; looks++)
        {
            // Until a look changes nothing: then the template is its own template.
            var before = buffer.Text.ToString();
            buffer.Clear();
            new TemplatePass(before, _words, _shapes).Read(ref buffer, 0, before.Length, depth: 0);
            if (buffer.Text.SequenceEqual(before))
            {
                return;
            }
        }
    }
}
