using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Rules.Alignment;
using KbApi.Rules.Syntax;
using KbApi.Translation.Units;

namespace KbApi.Translation.Alignment;

/// <summary>
/// Pairs the units of a document with those of its translation: fields by key, texts as the rules align them, and what is left of a
/// section by what translation leaves alone.
/// </summary>
internal static class UnitAligner
{
    /// <summary>For each unit of the original the index of its counterpart, or -1.</summary>
    public static int[] Align(Article original, ImmutableArray<TranslationUnit> units, Article translation, ImmutableArray<TranslationUnit> translated)
    {
        var pairs = new int[units.Length];
        Array.Fill(pairs, -1);
        var taken = new bool[translated.Length];
        PairFields(units, translated, Pair);
        foreach (var text in new DocumentAlignment(new DocumentSyntax(original), new DocumentSyntax(translation)).Texts)
        {
            PairRange(Within(units, text.OriginalSpan.Start, text.OriginalSpan.End), Within(translated, text.TranslatedSpan.Start, text.TranslatedSpan.End));
        }

        PairRest(original, units, translation, translated, pairs, taken, Pair);
        return pairs;

        void Pair(int left, int right)
        {
            if (pairs[left] < 0 && !taken[right])
            {
                pairs[left] = right;
                taken[right] = true;
            }
        }

        void PairRange((int First, int Last) left, (int First, int Last) right)
        {
            var isAlike = left.Last - left.First == right.Last - right.First;
            for (var i = 0; isAlike && i < left.Last - left.First; i++)
            {
                isAlike = units[left.First + i].Kind == translated[right.First + i].Kind;
            }

            for (var i = 0; isAlike && i < left.Last - left.First; i++)
            {
                Pair(left.First + i, right.First + i);
            }
        }
    }

    private static void PairFields(ImmutableArray<TranslationUnit> units, ImmutableArray<TranslationUnit> translated, Action<int, int> pair)
    {
        for (var i = 0; i < units.Length && units[i].Kind == UnitKind.Metadata; i++)
        {
            for (var j = 0; j < translated.Length && translated[j].Kind == UnitKind.Metadata; j++)
            {
                if (units[i].Id == translated[j].Id)
                {
                    pair(i, j);
                }
            }
        }
    }

    /// <summary>The units that begin in a range, as indexes; units are in order.</summary>
    private static (int First, int Last) Within(ImmutableArray<TranslationUnit> units, int start, int end)
    {
        return (LowerBound(start), LowerBound(end));

        int LowerBound(int position)
        {
            var (low, high) = (0, units.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = units[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }

    private static void PairRest(
        Article original, ImmutableArray<TranslationUnit> units, Article translation, ImmutableArray<TranslationUnit> translated, int[] pairs, bool[] taken, Action<int, int> pair)
    {
        var counterparts = SectionAlignment.Pair(original, translation);
        var open = BySection(original, units, i => pairs[i] < 0);
        foreach (var group in BySection(translation, translated, i => !taken[i]))
        {
            List<int> left = [.. open[counterparts.GetValueOrDefault(group.Key, group.Key)]];
            List<int> right = [.. group];
            foreach (var (first, second) in SequencePairing.Pair([.. left.Select(i => units[i])], [.. right.Select(j => translated[j])]))
            {
                pair(left[first], right[second]);
            }
        }
    }

    private static ILookup<string, int> BySection(Article article, ImmutableArray<TranslationUnit> units, Func<int, bool> isOpen)
    {
        ImmutableArray<Section> sections = [.. article.Sections.OrderBy(s => s.Span.Start)];
        var anchors = new string[units.Length];
        var section = -1;
        for (var i = 0; i < units.Length; i++)
        {
            while (section + 1 < sections.Length && sections[section + 1].Span.Start <= units[i].Span.Start)
            {
                section++;
            }

            anchors[i] = section < 0 ? "" : sections[section].Anchor;
        }

        return Enumerable.Range(0, units.Length).Where(i => isOpen(i) && units[i].Kind != UnitKind.Metadata).ToLookup(i => anchors[i], StringComparer.OrdinalIgnoreCase);
    }
}
