namespace KbApi.Content.Syntax;

/// <summary>What an HTML tag inside text does to the plain text.</summary>
internal enum HtmlInlineEffect
{
    None,
    Break,
    Paragraph,
    Item,
    Anchor,
    Image,
    Open,
    Close,
}

/// <summary>Follows the HTML tags of one text: breaks, paragraphs, lists and anchors, in every spelling that documents have.</summary>
internal sealed class HtmlInlineState
{
    private const int MaxOpen = 64;

    private readonly Stack<List> _lists = new();
    private readonly Stack<(InlineMarkKind Kind, int TextStart, int SourceStart, string? Target)> _open = new();

    /// <summary>Whether the last item is one of a numbered list that stands in no item of another: its text is a step of its own.</summary>
    public bool IsStep { get; private set; }

    /// <summary>The name that the last anchor tag gave.</summary>
    public string? AnchorName { get; private set; }

    /// <summary>What the last tag that opened or closed marks up.</summary>
    public InlineMarkKind Kind { get; private set; }

    /// <summary>Where the last link or image tag leads.</summary>
    public string? Target { get; private set; }

    public void Clear()
    {
        IsStep = false;
        _lists.Clear();
        _open.Clear();
    }

    /// <summary>Remembers where the text of the tag that was read last begins.</summary>
    public void Open(int textStart, int sourceStart)
    {
        if (_open.Count < MaxOpen)
        {
            _open.Push((Kind, textStart, sourceStart, Target));
        }
    }

    /// <summary>Where the text begins that the last tag closes, or null where none is open. What is open within it ends with it.</summary>
    public (int TextStart, int SourceStart, string? Target)? Close()
    {
        if (!_open.Any(open => open.Kind == Kind))
        {
            return null;
        }

        while (true)
        {
            var (kind, textStart, sourceStart, target) = _open.Pop();
            if (kind == Kind)
            {
                return (textStart, sourceStart, target);
            }
        }
    }

    public HtmlInlineEffect Read(ReadOnlySpan<char> tag)
    {
        var isClosing = tag.StartsWith("</");
        var name = HtmlTag.NameOf(tag);
        if (Is(name, "br"))
        {
            return HtmlInlineEffect.Break;
        }

        if (Is(name, "p") || Is(name, "div") || Is(name, "dl") || Is(name, "table") || Is(name, "details") || Is(name, "summary") || IsHeading(name))
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
            return isClosing ? HtmlInlineEffect.Break : BeginItem();
        }

        if (Is(name, "dt") || Is(name, "dd") || Is(name, "tr") || Is(name, "td") || Is(name, "th"))
        {
            return HtmlInlineEffect.Break;
        }

        AnchorName = isClosing ? null : HtmlAttribute.Find(tag, "id") ?? (Is(name, "a") ? HtmlAttribute.Find(tag, "name") : null);
        if (AnchorName is not null)
        {
            return HtmlInlineEffect.Anchor;
        }

        return isClosing ? ReadClosing(name) : ReadOpening(name, tag);
    }

    private HtmlInlineEffect ReadOpening(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        if (Is(name, "img"))
        {
            Target = HtmlAttribute.Find(tag, "src");
            return HtmlInlineEffect.Image;
        }

        Target = Is(name, "a") ? HtmlAttribute.Find(tag, "href") : null;
        if (MarkOf(name) is not { } kind || (kind == InlineMarkKind.Link && Target is null))
        {
            return HtmlInlineEffect.None;
        }

        Kind = kind;
        return HtmlInlineEffect.Open;
    }

    private HtmlInlineEffect ReadClosing(ReadOnlySpan<char> name)
    {
        if (MarkOf(name) is not { } kind)
        {
            return HtmlInlineEffect.None;
        }

        Kind = kind;
        return HtmlInlineEffect.Close;
    }

    private static InlineMarkKind? MarkOf(ReadOnlySpan<char> name)
    {
        if (Is(name, "a"))
        {
            return InlineMarkKind.Link;
        }

        if (Is(name, "b") || Is(name, "strong"))
        {
            return InlineMarkKind.Strong;
        }

        return Is(name, "code") || Is(name, "tt") || Is(name, "kbd") ? InlineMarkKind.Code
            : Is(name, "i") || Is(name, "em") ? InlineMarkKind.Emphasis
            : null;
    }

    private void FollowList(bool isClosing, bool isOrdered)
    {
        if (!isClosing)
        {
            _lists.Push(new List(isOrdered, IsNested: _lists.TryPeek(out var outer) && (outer.IsNested || outer.HasItems)));
        }
        else
        {
            _lists.TryPop(out _);
        }
    }

    private HtmlInlineEffect BeginItem()
    {
        IsStep = false;
        if (_lists.TryPop(out var list))
        {
            IsStep = list.IsOrdered && !list.IsNested;
            _lists.Push(list with { HasItems = true });
        }

        return HtmlInlineEffect.Item;
    }

    private static bool IsHeading(ReadOnlySpan<char> name) => name is ['h' or 'H', >= '1' and <= '6'];

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);

    /// <param name="IsOrdered">Whether it is numbered.</param>
    /// <param name="IsNested">Whether it stands in an item of another.</param>
    /// <param name="HasItems">Whether an item has begun in it.</param>
    private readonly record struct List(bool IsOrdered, bool IsNested, bool HasItems = false);
}
