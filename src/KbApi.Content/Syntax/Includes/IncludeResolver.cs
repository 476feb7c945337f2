using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Syntax.Includes;

/// <summary>
/// Gives the includes of one document their text. The text of a file is made once; its own includes are followed, but what is wrong with
/// them is reported where that file is read. Only what concerns this document is reported here: files that do not exist, that lead back
/// to it, and too many or too long ones.
/// </summary>
internal sealed class IncludeResolver(DocumentParser parser, IIncludedFiles files)
{
    private const int MaxDepth = 10;
    private const int MaxFiles = 500;
    private const int MaxLength = 1_000_000;

    private readonly Dictionary<string, Expansion> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _length;

    /// <summary>Resolves the includes of a document; what is wrong with them.</summary>
    public IEnumerable<Diagnostic> Resolve(MarkdownDocument document, SourceText source)
    {
        if (!source.Content.Contains(IncludeInlineParser.Keyword, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var found = new List<Diagnostic>();
        _open.Add(files.Document);
        foreach (var include in IncludesIn(document))
        {
            if (Resolve(include, files.Document).Problem is { } problem)
            {
                found.Add(Diagnostic.Create(problem, Location.In(source, InlineTextReader.SpanOf(include)), include.Path));
            }
        }

        return found;
    }

    private Expansion Resolve(IncludeInline include, string from)
    {
        if (files.Find(from, include.Path) is not { Text: { } text } file)
        {
            return new Expansion(InlineText.Empty, ReadingDiagnostics.IncludeNotFound);
        }

        if (_open.Contains(file.Name))
        {
            // A circle that does not come back to the document is another one's.
            return new Expansion(InlineText.Empty, file.Name == files.Document ? ReadingDiagnostics.IncludeCircle : null);
        }

        if (!_known.TryGetValue(file.Name, out var expansion))
        {
            expansion = Expand(file.Name, text);
            _known.Add(file.Name, expansion);
        }

        _length += expansion.Text.Text.Length;
        if (_length > MaxLength)
        {
            return new Expansion(InlineText.Empty, ReadingDiagnostics.IncludeTooLarge);
        }

        include.Text = IncludedLinks.Rebase(expansion.Text, include.Path);
        return expansion;
    }

    private Expansion Expand(string name, SourceText text)
    {
        if (_open.Count > MaxDepth || _known.Count >= MaxFiles)
        {
            return new Expansion(InlineText.Empty, ReadingDiagnostics.IncludeTooLarge);
        }

        _open.Add(name);
        var document = parser.Parse(text).Document;
        DiagnosticDescriptor? problem = null;
        foreach (var include in IncludesIn(document))
        {
            var inner = Resolve(include, name).Problem;
            problem ??= inner == ReadingDiagnostics.IncludeNotFound ? null : inner;
        }

        _open.Remove(name);
        var blocks = document.Where(block => block is not (YamlFrontMatterBlock or LinkReferenceDefinitionGroup));
        return new Expansion(new InlineTextReader(text.Content).Read(blocks, new TextSpan(0, text.Length)), problem);
    }

    private static IEnumerable<IncludeInline> IncludesIn(MarkdownDocument document)
    {
        foreach (var leaf in document.Descendants<LeafBlock>().Where(MayInclude))
        {
            LazyInlines.Ensure(leaf);
            foreach (var include in leaf.Inline?.FindDescendants<IncludeInline>() ?? [])
            {
                yield return include;
            }
        }
    }

    private static bool MayInclude(LeafBlock leaf)
    {
        if (leaf is not (ParagraphBlock or HeadingBlock))
        {
            return false;
        }

        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            if (leaf.Lines.Lines[i].Slice.AsSpan().Contains(IncludeInlineParser.Keyword, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return leaf.Inline is not null;
    }

    private readonly record struct Expansion(InlineText Text, DiagnosticDescriptor? Problem);
}
