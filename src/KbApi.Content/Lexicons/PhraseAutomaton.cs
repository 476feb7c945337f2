using System.Numerics;
using System.Runtime.CompilerServices;

namespace KbApi.Content.Lexicons;

/// <summary>
/// Finds all phrases of many sets in one pass over a text, in time that depends on the text's length and not on the number of phrases
/// (Aho and Corasick, 1975). States near the root, where nearly all of a text is spent, have a table row of their own, and cells as
/// narrow as they can be: those that matter stay in the fastest cache.
/// </summary>
internal sealed class PhraseAutomaton
{
    /// <summary>Cells of the table: as many as stay in a core's cache.</summary>
    private const int TableSize = 1 << 17;

    /// <summary>States that a cell can tell.</summary>
    private const int MaxCell = short.MaxValue;

    private readonly CharacterClasses _classes;
    private readonly int[] _failures;
    private readonly int[] _depths;
    private readonly PhrasePattern[][] _endings;
    private readonly short[] _table;
    private readonly int _widthShift;
    private readonly ulong[] _kinds;

    // What leads on from each state, a stretch of the two arrays: one or two characters nearly always.
    private readonly int[] _firstEdges;
    private readonly ushort[] _edgeCharacters;
    private readonly int[] _edgeStates;

    public PhraseAutomaton(IReadOnlyCollection<PhrasePattern> patterns)
    {
        _classes = new CharacterClasses(patterns.Select(p => p.Core));
        var trie = PhraseTrie.Build(patterns.OrderByDescending(p => p.Core.Length), _classes);
        _failures = trie.Failures;
        _depths = trie.Depths;
        _endings = trie.Endings;
        _kinds = [.. _endings.Select(endings => endings.Aggregate(0UL, (kinds, p) => kinds | p.Kinds.Bits))];
        _firstEdges = new int[_kinds.Length + 1];
        _edgeCharacters = new ushort[_kinds.Length - 1];
        _edgeStates = new int[_kinds.Length - 1];
        _widthShift = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)_classes.Count));
        FillEdges(trie.Children);

        // Children are numbered in the order of their parents.
        var tellable = trie.Children.TakeWhile(children => children.Values.All(child => child <= MaxCell)).Count();
        var tableStates = Math.Clamp(TableSize >> _widthShift, 1, tellable);
        _table = new short[tableStates << _widthShift];
        for (var state = 0; state < tableStates; state++)
        {
            FillRow(state, trie.Children[state]);
        }
    }

    /// <summary>The kinds of the phrases that stand in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">The kinds that are asked for; where all are found, the rest is not looked at.</param>
    public PhraseKinds KindsIn(ReadOnlySpan<char> text, PhraseKinds wanted)
    {
        var missing = wanted.Bits;
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Next(state, _classes[text[i]]);
            if (state < 0)
            {
                state = ~state;
                if ((_kinds[state] & missing) != 0)
                {
                    missing = WithoutEnding(text, i + 1, state, missing);
                    if (missing == 0)
                    {
                        break;
                    }
                }
            }
        }

        return new PhraseKinds(wanted.Bits & ~missing);
    }

    /// <summary>The kinds of the phrases that a text begins with.</summary>
    public PhraseKinds KindsAtStart(ReadOnlySpan<char> text)
    {
        var found = 0UL;
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Next(state, _classes[text[i]]);
            state = state < 0 ? ~state : state;
            if (_depths[state] != i + 1)
            {
                break;
            }

            foreach (var pattern in _endings[state])
            {
                if (pattern.Core.Length == i + 1 && pattern.FitsAt(text, 0))
                {
                    found |= pattern.Kinds.Bits;
                }
            }
        }

        return new PhraseKinds(found);
    }

    /// <summary>The first place where a phrase of a kind stands in a text, the longest there; an empty range where none does.</summary>
    public (int Start, int Length) Find(ReadOnlySpan<char> text, PhraseKinds wanted)
    {
        (int Start, int Length) best = default;
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Next(state, _classes[text[i]]);
            state = state < 0 ? ~state : state;
            if (best.Length > 0 && i + 1 - _depths[state] > best.Start)
            {
                break;
            }

            if ((_kinds[state] & wanted.Bits) != 0)
            {
                foreach (var pattern in _endings[state])
                {
                    var start = i + 1 - pattern.Core.Length;
                    var isBetter = best.Length == 0 || start < best.Start || (start == best.Start && pattern.Core.Length > best.Length);
                    if (isBetter && (pattern.Kinds.Bits & wanted.Bits) != 0 && pattern.FitsAt(text, start))
                    {
                        best = (start, pattern.Core.Length);
                    }
                }
            }
        }

        return best;
    }

    /// <summary>The state behind one more character; its complement where phrases end there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int state, int c)
    {
        var table = _table;
        var cell = (state << _widthShift) + c;
        return (uint)cell < (uint)table.Length ? table[cell] : NextOfDeep(state, c);
    }

    private int NextOfDeep(int state, int c)
    {
        while (state << _widthShift >= _table.Length)
        {
            for (var edge = _firstEdges[state]; edge < _firstEdges[state + 1]; edge++)
            {
                if (_edgeCharacters[edge] == c)
                {
                    return _edgeStates[edge];
                }
            }

            state = _failures[state];
        }

        return _table[(state << _widthShift) + c];
    }

    private int Marked(int state) => _kinds[state] == 0 ? state : ~state;

    private ulong WithoutEnding(ReadOnlySpan<char> text, int end, int state, ulong missing)
    {
        foreach (var pattern in _endings[state])
        {
            if ((pattern.Kinds.Bits & missing) != 0 && pattern.FitsAt(text, end - pattern.Core.Length))
            {
                missing &= ~pattern.Kinds.Bits;
            }
        }

        return missing;
    }

    private void FillEdges(IReadOnlyList<Dictionary<int, int>> children)
    {
        var edge = 0;
        for (var state = 0; state < children.Count; state++)
        {
            foreach (var (c, child) in children[state])
            {
                _edgeCharacters[edge] = (ushort)c;
                _edgeStates[edge++] = Marked(child);
            }

            _firstEdges[state + 1] = edge;
        }
    }

    private void FillRow(int state, Dictionary<int, int> children)
    {
        var row = state << _widthShift;
        var shorter = _failures[state] << _widthShift;
        for (var c = 1; c < _classes.Count; c++)
        {
            _table[row + c] = children.TryGetValue(c, out var child) ? (short)Marked(child)
                : state == 0 ? (short)0
                : _table[shorter + c];
        }
    }
}
