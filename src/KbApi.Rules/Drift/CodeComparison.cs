using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.ModelRules;

namespace KbApi.Rules.Drift;

/// <summary>Compares the codes of two entries, and finds those that contradict their rows on both sides.</summary>
internal static class CodeComparison
{
    public static IEnumerable<DriftReason> Compare(DriftSide original, Entry from, DriftSide here, Entry to)
    {
        // How a code is recognised may depend on the words around it; a code that is written on the other side is there.
        var lost = Only(original, from, here, to);
        var gained = Only(here, to, original, from);
        foreach (var scheme in lost.Select(c => c.Code.Scheme).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var (a, b) in lost.Where(c => c.Code.Scheme == scheme).Zip(gained.Where(c => c.Code.Scheme == scheme)).ToList())
            {
                lost.Remove(a);
                gained.Remove(b);
                yield return new DriftReason(DriftReasonKind.Code, Written(original, a), Written(here, b), original.At(a.Span), here.At(b.Span));
            }
        }

        foreach (var code in lost)
        {
            yield return new DriftReason(DriftReasonKind.Code, Written(original, code), "", original.At(code.Span), here.At(to.Span));
        }

        foreach (var code in gained)
        {
            yield return new DriftReason(DriftReasonKind.Code, "", Written(here, code), original.At(from.Span), here.At(code.Span));
        }
    }

    /// <summary>The codes of a document that contradict their rows, in the order of the text.</summary>
    public static ImmutableArray<ContradictedCode> Contradictions(DriftSide side) =>
    [
        .. side.Document.Tables.SelectMany(t => RowCodes.Contradictions(side.Article.Text.Content, t).Concat(NearCodes.In(side.Article.Text.Content, t))).OrderBy(c => c.Span),
    ];

    /// <summary>Codes of a document that contradict their rows in an entry, where the original has the same.</summary>
    public static IEnumerable<DriftReason> Contradictions(
        DriftSide original, Entry from, DriftSide here, Entry to, ImmutableArray<ContradictedCode> contradictions) =>
        contradictions.Where(c => to.Span.Contains(c.Span))
            .Select(c => (Code: c, Same: from.Codes.FirstOrDefault(s => Written(original, s) == c.Found)))
            .Where(c => c.Same is not null)
            .Select(c => new DriftReason(DriftReasonKind.Contradiction, c.Code.Right, c.Code.Found, original.At(c.Same!.Span), here.At(c.Code.Span)));

    private static List<EntryCode> Only(DriftSide side, Entry entry, DriftSide otherSide, Entry other)
    {
        var codes = other.Codes.Select(c => c.Code).ToHashSet();
        var texts = ((ImmutableArray<TextSpan>)[other.Span, .. other.FurtherSpans]).Select(otherSide.TextOf).ToList();
        return
        [
            .. entry.Codes.Where(c => !codes.Contains(c.Code) && !(c.Span.Length > 0 && texts.Exists(t => Contains(t, side.TextOf(c.Span))))).DistinctBy(c => c.Code),
        ];
    }

    /// <summary>Whether a text has a code as a whole word.</summary>
    private static bool Contains(string text, string code) => Syntax.Tokens.IndexOfWord(text, code) >= 0;

    private static string Written(DriftSide side, EntryCode code) => code.Span.IsEmpty ? code.Code.Value : side.TextOf(code.Span);
}
