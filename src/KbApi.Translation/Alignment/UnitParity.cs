using System.Collections.Immutable;
using KbApi.Rules.Syntax;
using KbApi.Translation.Units;

namespace KbApi.Translation.Alignment;

/// <summary>Compares a translation with its original by what must be in both.</summary>
internal static class UnitParity
{
    /// <summary>What is wrong with a translation; nothing where it is sound.</summary>
    /// <param name="original">The original.</param>
    /// <param name="translation">The translation, under the original's ids.</param>
    /// <param name="known">What stands in the translation so far, or null: emphasis of its own may stay.</param>
    public static ImmutableArray<UnitFault> Compare(UnitText original, UnitText translation, UnitText? known = null)
    {
        var faults = ImmutableArray.CreateBuilder<UnitFault>();
        var expected = Things(original);
        var present = Things(translation);
        foreach (var piece in expected.Where(p => !IsFree(p)).DistinctBy(p => p.Id).Where(p => present.TrueForAll(t => t.Id != p.Id)))
        {
            faults.Add(new UnitFault(FaultKind.Missing, Shown(original, piece)));
        }

        var ids = expected.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var kept = known is null ? [] : Things(known).Where(p => p.Protects is ProtectedKind.Emphasis or ProtectedKind.Strong).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var group in present.Where(p => !IsFree(p)).GroupBy(p => p.Id, StringComparer.Ordinal))
        {
            var kind = !ids.Contains(group.Key) && !kept.Contains(group.Key) ? FaultKind.Added : group.Count() > 1 ? FaultKind.Duplicated : (FaultKind?)null;
            if (kind is { } fault)
            {
                faults.Add(new UnitFault(fault, Shown(translation, group.First())));
            }
        }

        if (!IsNested(translation))
        {
            faults.Add(new UnitFault(FaultKind.Crossed, translation.Marked));
        }

        CompareNumbers(original, translation, faults);
        return faults.ToImmutable();
    }

    private static List<InlinePiece> Things(UnitText text) => [.. text.Pieces.Where(p => p.Kind is PieceKind.Standalone or PieceKind.Start)];

    /// <summary>How a character is escaped is a matter of spelling.</summary>
    private static bool IsFree(InlinePiece piece) => piece.Protects == ProtectedKind.Escape;

    private static string Shown(UnitText text, InlinePiece piece) =>
        piece.Kind == PieceKind.Start ? piece.Raw + "…" + text.Pieces.FirstOrDefault(p => p.Kind == PieceKind.End && p.Id == piece.Id)?.Raw : piece.Raw;

    private static bool IsNested(UnitText text)
    {
        var open = new Stack<string>();
        foreach (var piece in text.Pieces)
        {
            if (piece.Kind == PieceKind.Start)
            {
                open.Push(piece.Id);
            }
            else if (piece.Kind == PieceKind.End && (!open.TryPop(out var id) || id != piece.Id))
            {
                return false;
            }
        }

        return open.Count == 0;
    }

    private static void CompareNumbers(UnitText original, UnitText translation, ImmutableArray<UnitFault>.Builder faults)
    {
        var rendered = Tokens.Numbers(translation.Words).ToHashSet(StringComparer.Ordinal);
        var all = new string([.. translation.Words.Where(char.IsAsciiDigit)]);
        foreach (var number in Tokens.Numbers(original.Words).Distinct(StringComparer.Ordinal).Where(n => !rendered.Contains(n) && !all.Contains(n, StringComparison.Ordinal)))
        {
            faults.Add(new UnitFault(FaultKind.Number, number));
        }

        // A single digit may become a word, but not another digit.
        var (gone, come) = (Digits(original), Digits(translation));
        foreach (var digit in gone.Intersect(come).ToList())
        {
            var both = Math.Min(gone.Count(d => d == digit), come.Count(d => d == digit));
            for (var i = 0; i < both; i++)
            {
                gone.Remove(digit);
                come.Remove(digit);
            }
        }

        if (gone.Count > 0 && come.Count > 0)
        {
            faults.Add(new UnitFault(FaultKind.Number, $"{string.Join(", ", gone)} → {string.Join(", ", come)}"));
        }
    }

    private static List<string> Digits(UnitText text) => [.. Tokens.Words(text.Words).Select(w => w.Word).Where(w => w.Length == 1 && char.IsAsciiDigit(w[0]))];
}
