using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Model;
using KbApi.Translation.Export;
using KbApi.Translation.Units;

namespace KbApi.Translation.Pseudo;

/// <summary>
/// Makes translations that are none: accented letters, a third longer, in brackets. Everybody can read them, and what was not sent out,
/// what does not fit and what breaks is seen at once. What is protected stays.
/// </summary>
public static class PseudoLocale
{
    private const string Plain = "aceinosuyzACEINOSUYZ";
    private const string Accented = "äçéîñöšüýžÄÇÉÎÑÖŠÜÝŽ";
    private const string Opening = "\u2045";
    private const string Closing = "\u2046";
    private const int LettersOfFiller = 3;

    /// <summary>The locale: <c>qps-ploc</c>, as Windows names it.</summary>
    public static LocaleTag Locale { get; } = LocaleTag.Parse("qps-ploc");

    /// <summary>The export with every unit translated.</summary>
    public static TranslationExport Translate(TranslationExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        return export with
        {
            Articles = [.. export.Articles.Select(a => a with { Units = [.. a.Units.Select(u => u with { Target = Translate(u.Source.Text), State = UnitState.Translated, Faults = [] })] })],
        };
    }

    /// <summary>One text, translated.</summary>
    public static UnitText Translate(UnitText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = text.Pieces.ToBuilder();
        var letters = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == PieceKind.Text)
            {
                letters += pieces[i].Raw.Count(char.IsLetter);
                pieces[i] = pieces[i] with { Raw = Accent(pieces[i].Raw) };
            }
        }

        var filler = Enumerable.Repeat("\u00B7", (letters + LettersOfFiller - 1) / LettersOfFiller);
        OpenBracket(pieces);
        pieces.Add(Word(" " + string.Concat(filler) + Closing));
        return new UnitText(Joined(pieces));
    }

    /// <summary>Before the first letter: what a text begins with (a code, say, and a colon) stays its beginning.</summary>
    private static void OpenBracket(ImmutableArray<InlinePiece>.Builder pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var first = 0;
            while (pieces[i].Kind == PieceKind.Text && first < pieces[i].Raw.Length && !char.IsLetterOrDigit(pieces[i].Raw[first]))
            {
                first++;
            }

            if (pieces[i].Kind == PieceKind.Text && first < pieces[i].Raw.Length)
            {
                pieces[i] = pieces[i] with { Raw = pieces[i].Raw.Insert(first, Opening) };
                return;
            }
        }
    }

    private static InlinePiece Word(string text) => new(PieceKind.Text, "", text, null, default);

    private static string Accent(string text)
    {
        var accented = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = Plain.IndexOf(c, StringComparison.Ordinal);
            accented.Append(at < 0 ? c : Accented[at]);
        }

        return accented.ToString();
    }

    private static ImmutableArray<InlinePiece> Joined(IEnumerable<InlinePiece> pieces)
    {
        var joined = new List<InlinePiece>();
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Text && joined is [.., { Kind: PieceKind.Text } last])
            {
                joined[^1] = last with { Raw = last.Raw + piece.Raw };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return [.. joined];
    }
}
