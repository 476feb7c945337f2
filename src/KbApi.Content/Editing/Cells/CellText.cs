using System.Collections.Immutable;
using System.Text;

namespace KbApi.Content.Editing.Cells;

/// <summary>
/// The text of one cell of a pipe table, in pieces that tell what the table asked for and what is Markdown. Written again, it is the same
/// character for character.
/// </summary>
internal sealed class CellText
{
    private CellText(ImmutableArray<CellPiece> pieces) => Pieces = pieces;

    /// <summary>The pieces, in order.</summary>
    public ImmutableArray<CellPiece> Pieces { get; }

    /// <summary>Cuts what stands in a cell.</summary>
    /// <param name="raw">The characters between the blanks beside the pipes.</param>
    public static CellText Parse(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var pieces = ImmutableArray.CreateBuilder<CellPiece>();
        var fences = new CodeFences(raw);
        var text = 0;
        for (var i = 0; i < raw.Length;)
        {
            var (kind, start, end) = PieceAt(raw, i, text, fences);
            if (kind == CellPieceKind.Text)
            {
                i = end;
                continue;
            }

            AddText(pieces, raw, text, start);
            pieces.Add(new CellPiece(kind, raw[start..end]));
            i = text = end;
        }

        AddText(pieces, raw, text, raw.Length);
        return new CellText(pieces.ToImmutable());
    }

    /// <summary>The cell as Markdown outside of a table: a line break for each <c>br</c>, pipes without the backslash that only the table needs.</summary>
    public string ToMarkdown()
    {
        var markdown = new StringBuilder();
        foreach (var (kind, raw) in Pieces)
        {
            markdown.Append(kind switch
            {
                CellPieceKind.Break => EndsInBackslash(markdown) ? "\\\n" : "\n",
                CellPieceKind.Code => raw.Replace("\\|", "|", StringComparison.Ordinal),
                _ => raw,
            });
        }

        return markdown.ToString();
    }

    /// <summary>What was parsed.</summary>
    public override string ToString() => string.Concat(Pieces.Select(p => p.Raw));

    private static (CellPieceKind Kind, int Start, int End) PieceAt(string raw, int i, int text, CodeFences fences)
    {
        switch (raw[i])
        {
            case '\\' when i + 1 < raw.Length:
                return (raw[i + 1] == '|' ? CellPieceKind.Pipe : CellPieceKind.Text, i, i + 2);
            case '`':
                var end = fences.EndOfSpan(i);
                return end > 0 ? (CellPieceKind.Code, i, end) : (CellPieceKind.Text, i, fences.EndOfFence(i));
            case '<' when LineBreakTag.LengthAt(raw, i) is > 0 and var length:
                var start = i;
                while (start > text && raw[start - 1] is ' ' or '\t')
                {
                    start--;
                }

                var after = i + length;
                while (after < raw.Length && raw[after] is ' ' or '\t')
                {
                    after++;
                }

                return (CellPieceKind.Break, start, after);
            default:
                return (CellPieceKind.Text, i, i + 1);
        }
    }

    /// <summary>Whether a backslash stands at the end that escapes nothing; at the end of a line it would be a mark of its own.</summary>
    private static bool EndsInBackslash(StringBuilder text)
    {
        var count = 0;
        while (count < text.Length && text[^(count + 1)] == '\\')
        {
            count++;
        }

        return count % 2 == 1;
    }

    private static void AddText(ImmutableArray<CellPiece>.Builder pieces, string raw, int start, int end)
    {
        if (end > start)
        {
            pieces.Add(new CellPiece(CellPieceKind.Text, raw[start..end]));
        }
    }
}
