using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Entries;

/// <summary>A text of an entry and what it says.</summary>
/// <param name="Role">What it says.</param>
/// <param name="Text">The text.</param>
/// <param name="IsExample">Whether it is output that shows the problem once: codes in it need not be the problem's.</param>
/// <param name="IsCode">Whether it is a block of code, whose words tell nobody to do anything: <c>use</c>, <c>import</c>, <c>let</c>.</param>
internal readonly record struct DraftPart(ColumnRole Role, InlineText Text, bool IsExample = false, bool IsCode = false);

/// <summary>An entry as it was found: where, and which texts say what. The <see cref="EntryBuilder"/> makes an entry of it.</summary>
internal sealed record EntryDraft
{
    public required EntryShape Shape { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>Other places that say something about it: its row in an index, the section that its row points to.</summary>
    public ImmutableArray<TextSpan> FurtherSpans { get; init; } = [];

    public required OutlineSection Section { get; init; }

    /// <summary>What names the entry where that is no part of it: a heading, a lead-in. Null in tables.</summary>
    public InlineText? Title { get; init; }

    /// <summary>The code that the title opens with or is, where only its place tells that it is one; empty elsewhere.</summary>
    public InlineText Number { get; init; } = InlineText.Empty;

    /// <summary>The texts, in the order of the document.</summary>
    public required ImmutableArray<DraftPart> Parts { get; init; }

    /// <summary>Whether what is labelled a resolution is one whatever its sentences say. Columns of tables promise more than they hold.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>The log source that the section is about, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the numbers in it are events'.</summary>
    public bool IsEvent { get; init; }

    /// <summary>Whether end users see the error.</summary>
    public bool IsUserFacing { get; init; }
}
