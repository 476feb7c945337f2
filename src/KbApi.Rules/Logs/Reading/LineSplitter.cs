namespace KbApi.Rules.Logs.Reading;

/// <summary>Cuts text into lines, and lets the rest of a line go that is too long.</summary>
internal sealed class LineSplitter
{
    private bool _isDropping;

    /// <summary>The first line without its end, and its length with it; null where it goes on behind the text.</summary>
    public static (int Length, int Used)? First(ReadOnlySpan<char> text, bool isLast)
    {
        var end = text.IndexOf('\n');
        return end >= 0 ? (end > 0 && text[end - 1] == '\r' ? end - 1 : end, end + 1)
            : isLast ? (text.Length, text.Length)
            : null;
    }

    /// <summary>Goes on with a line that is let go; null where none is.</summary>
    public RecordStep? Rest(ReadOnlySpan<char> text)
    {
        if (!_isDropping)
        {
            return null;
        }

        if (text.IsEmpty)
        {
            return RecordStep.More;
        }

        var end = text.IndexOf('\n');
        _isDropping = end < 0;
        return new RecordStep(end < 0 ? text.Length : end + 1);
    }

    /// <summary>Lets a line go whose end is not there yet.</summary>
    public void Drop() => _isDropping = true;
}
