using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>
/// Counts the paragraphs that turned out to be the first line of something else, a table or an underlined heading. Markdig looks for
/// such a paragraph among all blocks before it, which is quadratic in their number: from some number on they remain paragraphs.
/// </summary>
internal static class ReplacedParagraphs
{
    private const int Max = 15_000;

    private static readonly object Key = new();

    /// <summary>Whether one more may be replaced.</summary>
    public static bool TryAdd(MarkdownDocument document)
    {
        if (document.GetData(Key) is not Counter counter)
        {
            counter = new Counter();
            document.SetData(Key, counter);
        }

        return ++counter.Count <= Max;
    }

    private sealed class Counter
    {
        public int Count { get; set; }
    }
}
