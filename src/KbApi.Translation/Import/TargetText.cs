using System.Collections.Immutable;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Import;

/// <summary>Reads marked text back into pieces: what the marks stand for comes from the content, never from the file.</summary>
internal static class TargetText
{
    /// <summary>The text, and the marks that the unit does not have.</summary>
    public static (UnitText Text, ImmutableArray<string> Unknown) Parse(string marked, ExportedUnit unit)
    {
        var known = new Dictionary<string, InlinePiece>(StringComparer.Ordinal);
        foreach (var piece in (unit.Target?.Pieces ?? []).Concat(unit.Source.Text.Pieces).Where(p => p.Kind != PieceKind.Text))
        {
            // What the translation has in its own way (the page of its locale, a placeholder's name) stays so.
            known.TryAdd(KeyOf(piece), piece);
        }

        var pieces = new List<InlinePiece>();
        var unknown = ImmutableArray.CreateBuilder<string>();
        foreach (var (isMark, content) in MarkedText.Split(marked))
        {
            if (!isMark)
            {
                AddText(OneLine(content));
            }
            else if (known.TryGetValue(content, out var piece))
            {
                pieces.Add(piece);
            }
            else
            {
                unknown.Add(MarkedText.Mark(content));
            }
        }

        RestoreBlanks(pieces, unit.Source.Text.Pieces);
        TrimEnds(pieces);
        return (new UnitText([.. pieces]), unknown.ToImmutable());

        void AddText(string text)
        {
            if (text.Length > 0)
            {
                pieces.Add(new InlinePiece(PieceKind.Text, "", text, null, default));
            }
        }
    }

    private static string KeyOf(InlinePiece piece) => piece.Kind == PieceKind.End ? "/" + piece.Id : piece.Id;

    /// <summary>Line breaks and tabs are blanks: a unit stands on one line.</summary>
    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\n', '\t'))
        {
            return text;
        }

        var parts = text.Split(['\r', '\n', '\t'], StringSplitOptions.None).Select((p, i) => (i > 0 ? p.TrimStart(' ') : p)).ToList();
        return string.Join(' ', parts.Select((p, i) => i + 1 < parts.Count ? p.TrimEnd(' ') : p).Where((p, i) => p.Length > 0 || i == 0 || i == parts.Count - 1));
    }

    /// <summary>Some tools drop blanks between two elements. Where the original has the same neighbours with blanks between, they come back.</summary>
    private static void RestoreBlanks(List<InlinePiece> pieces, ImmutableArray<InlinePiece> original)
    {
        var blanks = new Dictionary<(string, string), InlinePiece>();
        for (var i = 1; i + 1 < original.Length; i++)
        {
            if (original[i].Kind == PieceKind.Text && string.IsNullOrWhiteSpace(original[i].Raw) && original[i - 1].Kind != PieceKind.Text && original[i + 1].Kind != PieceKind.Text)
            {
                blanks[(KeyOf(original[i - 1]), KeyOf(original[i + 1]))] = original[i];
            }
        }

        for (var i = pieces.Count - 1; blanks.Count > 0 && i > 0; i--)
        {
            if (pieces[i].Kind != PieceKind.Text && pieces[i - 1].Kind != PieceKind.Text && blanks.TryGetValue((KeyOf(pieces[i - 1]), KeyOf(pieces[i])), out var blank))
            {
                pieces.Insert(i, blank);
            }
        }
    }

    private static void TrimEnds(List<InlinePiece> pieces)
    {
        if (pieces is [{ Kind: PieceKind.Text } first, ..])
        {
            pieces[0] = first with { Raw = first.Raw.TrimStart() };
        }

        if (pieces is [.., { Kind: PieceKind.Text } last])
        {
            pieces[^1] = last with { Raw = last.Raw.TrimEnd() };
        }
    }
}
