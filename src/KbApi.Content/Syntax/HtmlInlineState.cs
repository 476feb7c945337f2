namespace KbApi.Content.Syntax;

/// <summary>What an HTML tag inside text does to the plain text.</summary>
internal enum HtmlInlineEffect
{
    None,
    Break,
    Paragraph,
    Item,
    Anchor,
}

/// <summary>Follows the HTML tags of one text: breaks, paragraphs, lists and anchors, in every spelling that documents have.</summary>
internal sealed class HtmlInlineState
{
    private readonly Stack<bool> _lists = new();

    public bool InOrderedList => _lists.TryPeek(out var isOrdered) && isOrdered;

    /// <summary>The name that the last anchor tag gave.</summary>
    public string? AnchorName { get; private set; }

    public void Clear() => _lists.Clear();

    public HtmlInlineEffect Read(ReadOnlySpan<char> tag)
    {
        var isClosing = tag.StartsWith("</");
        var name = NameOf(tag[(isClosing ? 2 : 1)..]);
        if (Is(name, "br"))
        {
            return HtmlInlineEffect.Break;
        }

        if (Is(name, "p") || Is(name, "div") || Is(name, "dl"))
        {
            return HtmlInlineEffect.Paragraph;
        }

        if (Is(name, "ul") || Is(name, "ol"))
        {
            FollowList(isClosing, isOrdered: Is(name, "ol"));
            return HtmlInlineEffect.Break;
        }

        if (Is(name, "li"))
        {
            return isClosing ? HtmlInlineEffect.Break : HtmlInlineEffect.Item;
        }

        if (Is(name, "dt") || Is(name, "dd") || Is(name, "tr"))
        {
            return HtmlInlineEffect.Break;
        }

        AnchorName = isClosing ? null : HtmlAttribute.Find(tag, "id") ?? (Is(name, "a") ? HtmlAttribute.Find(tag, "name") : null);
        return AnchorName is null ? HtmlInlineEffect.None : HtmlInlineEffect.Anchor;
    }

    private void FollowList(bool isClosing, bool isOrdered)
    {
        if (!isClosing)
        {
            _lists.Push(isOrdered);
        }
        else
        {
            _lists.TryPop(out _);
        }
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
        {
            length++;
        }

        return tag[..length];
    }

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);
}
