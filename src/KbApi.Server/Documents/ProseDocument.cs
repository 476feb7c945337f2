using System.Globalization;
using System.Resources;
using KbApi.Server.Budget;

namespace KbApi.Server.Documents;

/// <summary>An answer as a text to read, before it becomes Markdown, HTML or plain text. The most important comes first.</summary>
/// <param name="locale">The language of the text.</param>
internal sealed class ProseDocument(string locale)
{
    private static readonly ResourceManager Labels = new("KbApi.Server.Documents.Labels", typeof(ProseDocument).Assembly);

    private readonly List<ProseBlock> _blocks = [];

    /// <summary>The language of the text.</summary>
    public string Locale { get; } = locale;

    public IReadOnlyList<ProseBlock> Blocks => _blocks;

    public ProseDocument Title(string text) => Add(ProseKind.Title, text);

    /// <summary>A heading of the product's own words, followed by what <paramref name="content"/> adds; nothing where that is nothing.</summary>
    public ProseDocument Section(string label, Action<ProseDocument> content)
    {
        var before = _blocks.Count;
        Add(ProseKind.Heading, Label(label));
        content(this);
        if (_blocks.Count == before + 1)
        {
            _blocks.RemoveAt(before);
        }

        return this;
    }

    public ProseDocument Heading(string text) => Add(ProseKind.Heading, text);

    public ProseDocument Paragraphs(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Add(ProseKind.Paragraph, text);
        }

        return this;
    }

    public ProseDocument Paragraph(string? text) => text is null ? this : Add(ProseKind.Paragraph, text);

    /// <summary>A paragraph of the product's own words around values.</summary>
    public ProseDocument Note(string label, params object[] values) =>
        Add(ProseKind.Paragraph, Label(label, values));

    public ProseDocument Bullets(IEnumerable<string> texts) => AddAll(ProseKind.Bullet, texts);

    public ProseDocument Steps(IEnumerable<string> texts) => AddAll(ProseKind.Step, texts);

    public ProseDocument Codes(IEnumerable<string> codes) => AddAll(ProseKind.Code, codes);

    public ProseDocument Links(IEnumerable<(string Text, string Target)> links)
    {
        foreach (var (text, target) in links)
        {
            if (Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            {
                _blocks.Add(new ProseBlock(ProseKind.Link, text) { Target = uri.AbsoluteUri });
            }
        }

        return this;
    }

    /// <summary>All of another document, its title as a heading.</summary>
    public ProseDocument Append(ProseDocument other)
    {
        _blocks.AddRange(other.Blocks.Select(b => b.Kind == ProseKind.Title ? b with { Kind = ProseKind.Heading } : b));
        return this;
    }

    /// <summary>How many sentences it has, headings included.</summary>
    public int CountSentences() => _blocks.Sum(b => b.Ends.Count);

    /// <summary>Its first sentences.</summary>
    public ProseDocument Take(int sentences)
    {
        var taken = new ProseDocument(Locale);
        foreach (var block in _blocks)
        {
            if (sentences <= 0)
            {
                break;
            }

            taken._blocks.Add(block.Ends.Count <= sentences ? block : block with { Text = block.Text[..block.Ends[sentences - 1]] });
            sentences -= block.Ends.Count;
        }

        // A heading with nothing below it says nothing.
        while (taken._blocks.Count > 1 && taken._blocks[^1].Kind == ProseKind.Heading)
        {
            taken._blocks.RemoveAt(taken._blocks.Count - 1);
        }

        return taken;
    }

    /// <summary>Its first words, where not even its first sentence may stand.</summary>
    public ProseDocument TakeWords(int characters)
    {
        var taken = new ProseDocument(Locale);
        taken._blocks.Add(_blocks[0] with { Text = Sentences.CutAtWord(_blocks[0].Text, characters) });
        return taken;
    }

    /// <summary>The product's own words in the language of the text.</summary>
    /// <param name="name">Their name in <c>Labels.resx</c>.</param>
    /// <param name="values">What they name.</param>
    public string Label(string name, params object[] values) => string.Format(CultureInfo.InvariantCulture, Label(name), values);

    private string Label(string name) =>
        Labels.GetString(name, Culture(Locale)) ?? throw new MissingManifestResourceException($"No label is named '{name}'; add it to Documents/Labels.resx.");

    private static CultureInfo Culture(string locale) => Content.Model.LocaleTag.Parse(locale).ToCulture();

    private ProseDocument AddAll(ProseKind kind, IEnumerable<string> texts)
    {
        var number = 1;
        foreach (var text in texts.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            _blocks.Add(new ProseBlock(kind, text.Trim()) { Number = number++ });
        }

        return this;
    }

    private ProseDocument Add(ProseKind kind, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _blocks.Add(new ProseBlock(kind, text.Trim()));
        }

        return this;
    }
}
