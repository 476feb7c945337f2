using KbApi.Server.Budget;

namespace KbApi.Server.Documents;

/// <summary>What a block of a text is.</summary>
internal enum ProseKind
{
    Title,
    Heading,
    Paragraph,
    Bullet,
    Step,
    Code,
    Link,
}

/// <summary>A block of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without mark-up.</param>
internal sealed record ProseBlock(ProseKind Kind, string Text)
{
    /// <summary>The number of a step.</summary>
    public int Number { get; init; }

    /// <summary>The address of a link.</summary>
    public string Target { get; init; } = "";

    /// <summary>Where it may be cut. Only running text is; what is code or a link is so as a whole.</summary>
    public IReadOnlyList<int> Ends => Kind is ProseKind.Code or ProseKind.Link ? [Text.Length] : Sentences.EndsOf(Text);

    /// <summary>Whether it belongs to the same list as the block before.</summary>
    public bool Continues(ProseBlock? previous) => previous?.Kind == Kind && Kind is ProseKind.Bullet or ProseKind.Step or ProseKind.Code or ProseKind.Link;
}
