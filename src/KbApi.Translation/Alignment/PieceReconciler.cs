using System.Collections.Immutable;
using KbApi.Rules.Syntax;
using KbApi.Translation.Units;

namespace KbApi.Translation.Alignment;

/// <summary>
/// Whether a word reads as a code depends on the words around it, and those are others in a translation. What is protected in one of two
/// texts and stands in the other as a word is made alike.
/// </summary>
internal static class PieceReconciler
{
    /// <summary>The translation, with as much protected as in the original where it has the same words.</summary>
    public static UnitText Reconcile(UnitText original, UnitText translation)
    {
        var surplus = Count(translation);
        var lacking = Count(original);
        foreach (var word in surplus.Keys.Union(lacking.Keys).ToList())
        {
            var both = Math.Min(surplus.GetValueOrDefault(word), lacking.GetValueOrDefault(word));
            surplus[word] = surplus.GetValueOrDefault(word) - both;
            lacking[word] = lacking.GetValueOrDefault(word) - both;
        }

        var freed = surplus.Where(p => p.Value > 0 && Tokens.CountWord(original.Words, p.Key) > 0).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var searched = lacking.Where(p => p.Value > 0).ToDictionary(StringComparer.Ordinal);
        if (freed.Count == 0 && searched.Count == 0)
        {
            return translation;
        }

        var pieces = new List<InlinePiece>();
        foreach (var piece in translation.Pieces)
        {
            var kept = IsWord(piece) && freed.Contains(piece.Raw) ? piece with { Kind = PieceKind.Text, Id = "", Protects = null } : piece;
            if (kept.Kind == PieceKind.Text && pieces is [.., { Kind: PieceKind.Text } last])
            {
                pieces[^1] = last with { Raw = last.Raw + kept.Raw, Span = last.Span.Union(kept.Span) };
            }
            else
            {
                pieces.Add(kept);
            }
        }

        return new UnitText([.. pieces.SelectMany(p => p.Kind == PieceKind.Text ? Split(p, searched) : [p])]);
    }

    private static Dictionary<string, int> Count(UnitText text) => text.Pieces.Where(IsWord).CountBy(p => p.Raw).ToDictionary(StringComparer.Ordinal);

    private static bool IsWord(InlinePiece piece) => piece is { Kind: PieceKind.Standalone, Protects: ProtectedKind.Name or ProtectedKind.Address or ProtectedKind.Placeholder };

    /// <summary>The words that are searched for, cut out of a text; each as often as it is lacking.</summary>
    private static List<InlinePiece> Split(InlinePiece piece, Dictionary<string, int> searched)
    {
        var places = new List<(int Start, string Word)>();
        foreach (var (word, count) in searched.Where(p => p.Value > 0).ToList())
        {
            var left = count;
            for (var at = IndexOf(piece.Raw, word, 0); at >= 0 && left > 0; at = IndexOf(piece.Raw, word, at + word.Length))
            {
                if (places.TrueForAll(p => at >= p.Start + p.Word.Length || at + word.Length <= p.Start))
                {
                    places.Add((at, word));
                    left--;
                }
            }

            searched[word] = left;
        }

        var parts = new List<InlinePiece>();
        var position = 0;
        foreach (var (start, word) in places.OrderBy(p => p.Start))
        {
            AddText(position, start);
            // Where the original has it, it takes its id from there; until then, each has one of its own.
            parts.Add(piece with { Kind = PieceKind.Standalone, Id = $"w{piece.Span.Start}-{start}", Raw = word, Protects = ProtectedKind.Name });
            position = start + word.Length;
        }

        AddText(position, piece.Raw.Length);
        return parts;

        void AddText(int start, int end)
        {
            if (end > start)
            {
                parts.Add(piece with { Raw = piece.Raw[start..end] });
            }
        }
    }

    private static int IndexOf(string text, string word, int start)
    {
        for (var at = text.IndexOf(word, start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var isWhole = (at == 0 || !(Tokens.IsWordPart(text[at - 1]) && Tokens.IsWordPart(word[0])))
                && (at + word.Length == text.Length || !(Tokens.IsWordPart(text[at + word.Length]) && Tokens.IsWordPart(word[^1])));
            if (isWhole)
            {
                return at;
            }
        }

        return -1;
    }
}
