using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>A document as it is written: lines, tables and code spans, for rules about the text itself. Immutable; read in one pass.</summary>
public sealed class DocumentSyntax
{
    private readonly Lazy<ImmutableArray<TableSyntax>> _tables;
    private readonly Lazy<ImmutableArray<TextSpan>> _codeSpans;
    private readonly Lazy<ImmutableArray<BlockSyntax>> _blocks;

    /// <summary>Reads the text of an article.</summary>
    public DocumentSyntax(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Article = article;
        (Lines, UnclosedFence) = LineReader.Read(article.Text);
        _tables = new Lazy<ImmutableArray<TableSyntax>>(() => TableSyntaxReader.Read(Text, Lines));
        _codeSpans = new Lazy<ImmutableArray<TextSpan>>(() => CodeSpanReader.Read(Text, Lines));
        _blocks = new Lazy<ImmutableArray<BlockSyntax>>(() => BlockReader.Read(Text, Lines, Tables));
    }

    /// <summary>What was understood of the document.</summary>
    public Article Article { get; }

    /// <summary>The text.</summary>
    public SourceText Text => Article.Text;

    /// <summary>All lines.</summary>
    public ImmutableArray<LineSyntax> Lines { get; }

    /// <summary>The fence that opens a code block which nothing closes, or null.</summary>
    public TextSpan? UnclosedFence { get; }

    /// <summary>The pipe tables, in order.</summary>
    public ImmutableArray<TableSyntax> Tables => _tables.Value;

    /// <summary>The blocks of running text, in order; tables and code blocks are left out.</summary>
    public ImmutableArray<BlockSyntax> Blocks => _blocks.Value;

    /// <summary>The code spans, backticks included, in order.</summary>
    public ImmutableArray<TextSpan> CodeSpans => _codeSpans.Value;

    /// <summary>The lines that are read as Markdown.</summary>
    public IEnumerable<LineSyntax> TextLines => Lines.Where(l => l.Kind == LineKind.Text);

    /// <summary>The code spans within a span, in order.</summary>
    internal IEnumerable<TextSpan> CodeSpansIn(TextSpan span) => CodeSpans.SkipWhile(c => c.Start < span.Start).TakeWhile(c => c.End <= span.End);

    /// <summary>Whether a position lies in a code span.</summary>
    public bool IsCode(int position)
    {
        var spans = CodeSpans;
        int low = 0, high = spans.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Contains(position))
            {
                return true;
            }

            if (spans[middle].Start > position)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return false;
    }
}
