using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace KbApi.Search.Ranking;

/// <summary>A text with the places that match in it: all of it, or the part of a long one where most of them stand. Used again and again.</summary>
internal sealed class Snippet
{
    private const int MaxLength = 240;
    private const int LeadLength = 60;

    private readonly List<(int Start, int End)> _spans = [];
    private string _field = "";
    private string _text = "";
    private int _start;
    private int _end;

    /// <summary>How many different words match, however often each.</summary>
    public int CountOfWords { get; private set; }

    public void Clear() => Begin("", "");

    public void Begin(string field, string text)
    {
        (_field, _text, _start, _end, CountOfWords) = (field, text, 0, text.Length, 0);
        _spans.Clear();
    }

    public void Add(int start, int end) => _spans.Add((start, end));

    /// <summary>Cuts the text to what is shown, and counts.</summary>
    public void Finish()
    {
        if (_spans.Count == 0)
        {
            return;
        }

        Merge();
        if (_text.Length > MaxLength)
        {
            Cut();
        }

        CountOfWords = CountWords();
    }

    /// <summary>What is shown, or null where nothing matches.</summary>
    public SearchHighlight? ToHighlight()
    {
        if (CountOfWords == 0)
        {
            return null;
        }

        var spans = new (int Start, int End)[_spans.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = (_spans[i].Start - _start, _spans[i].End - _start);
        }

        var text = _end - _start == _text.Length ? _text : _text[_start.._end];
        return new SearchHighlight(_field, text, ImmutableCollectionsMarshal.AsImmutableArray(spans));
    }

    /// <summary>Orders the places and joins those that touch.</summary>
    private void Merge()
    {
        _spans.Sort();
        var last = 0;
        for (var i = 1; i < _spans.Count; i++)
        {
            if (_spans[i].Start <= _spans[last].End)
            {
                _spans[last] = (_spans[last].Start, Math.Max(_spans[last].End, _spans[i].End));
            }
            else
            {
                _spans[++last] = _spans[i];
            }
        }

        _spans.RemoveRange(last + 1, _spans.Count - last - 1);
    }

    private void Cut()
    {
        _start = WordStart(Math.Max(0, Densest() - LeadLength));
        _end = WordEnd(Math.Min(_text.Length, _start + MaxLength));
        _spans.RemoveAll(s => s.Start < _start || s.End > _end);
    }

    /// <summary>Where the places begin of which most fit.</summary>
    private int Densest()
    {
        var (best, most, end) = (0, 0, 0);
        for (var first = 0; first < _spans.Count; first++)
        {
            // Both ends only move on: they are in order, and none lies in another.
            end = Math.Max(end, first);
            while (end < _spans.Count && _spans[end].End <= _spans[first].Start + MaxLength - LeadLength)
            {
                end++;
            }

            if (end - first > most)
            {
                (best, most) = (first, end - first);
            }
        }

        return _spans[best].Start;
    }

    private int CountWords()
    {
        var count = 0;
        for (var i = 0; i < _spans.Count; i++)
        {
            var isNew = true;
            for (var before = 0; before < i && isNew; before++)
            {
                isNew = !WordAt(before).Equals(WordAt(i), StringComparison.OrdinalIgnoreCase);
            }

            count += isNew ? 1 : 0;
        }

        return count;
    }

    private ReadOnlySpan<char> WordAt(int i) => _text.AsSpan(_spans[i].Start, _spans[i].End - _spans[i].Start);

    private int WordStart(int at)
    {
        var space = at == 0 ? -1 : _text.AsSpan(at, Math.Min(LeadLength, _text.Length - at)).IndexOf(' ');
        return at == 0 || space < 0 ? SkipHalf(at) : at + space + 1;
    }

    private int WordEnd(int at)
    {
        var space = at == _text.Length ? -1 : _text.AsSpan(at - LeadLength, LeadLength).LastIndexOf(' ');
        return at == _text.Length || space < 0 ? SkipHalf(at) : at - LeadLength + space;
    }

    /// <summary>No pair of surrogates is cut in two.</summary>
    private int SkipHalf(int at) => at < _text.Length && char.IsLowSurrogate(_text[at]) ? at - 1 : at;
}
