namespace KbApi.Content.Editing.Cells;

/// <summary>Finds the code spans of a text. Each length of backtick run is looked for once, so any text takes linear time.</summary>
internal sealed class CodeFences
{
    private readonly string _text;
    private readonly Dictionary<int, Queue<int>> _starts = [];

    public CodeFences(string text)
    {
        _text = text;
        for (var i = text.IndexOf('`', StringComparison.Ordinal); i >= 0; i = i < text.Length ? text.IndexOf('`', i) : -1)
        {
            var end = EndOfFence(i);
            if (!_starts.TryGetValue(end - i, out var starts))
            {
                _starts.Add(end - i, starts = []);
            }

            starts.Enqueue(i);
            i = end;
        }
    }

    /// <summary>The offset behind the run of backticks that begins at a place.</summary>
    public int EndOfFence(int start)
    {
        var end = _text.AsSpan(start).IndexOfAnyExcept('`');
        return end < 0 ? _text.Length : start + end;
    }

    /// <summary>The offset behind the code span that begins at a place, or 0 where nothing closes it. Places are asked for in order.</summary>
    public int EndOfSpan(int start)
    {
        var length = EndOfFence(start) - start;
        var starts = _starts.GetValueOrDefault(length);
        while (starts is { Count: > 0 } && starts.Peek() <= start)
        {
            starts.Dequeue();
        }

        return starts is { Count: > 0 } ? starts.Peek() + length : 0;
    }
}
