using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>An item of a numbered list.</summary>
/// <param name="Own">Its text without the lists below it.</param>
/// <param name="Item">The item; null where the list is written in HTML and <paramref name="Own"/> is all of it.</param>
/// <param name="IsQuestion">Whether its first paragraph asks something.</param>
internal readonly record struct StepItem(InlineText Own, ListItemBlock? Item, bool IsQuestion)
{
    public static StepItem Of(ListItemBlock item, InlineTextReader reader) => new(ListReading.OwnText(item, reader), item, ListReading.IsQuestion(item, reader));

    /// <summary>An item of a list that is written in HTML.</summary>
    public static StepItem Of(InlineText text) => new(text, Item: null, text.Text.AsSpan().TrimEnd() is [.., '?' or '\uFF1F']);

    public ProcedureStep ToStep(InlineTextReader reader)
    {
        var all = Item is null ? Own : reader.Read(Item);
        return new ProcedureStep(
            TextRange.All(all).ToProse(),
            all.FirstMark(InlineMarkKind.Image) is null ? ImmutableArray<string>.Empty : [.. all.MarksOf(InlineMarkKind.Image).Select(m => m.Target).OfType<string>()]);
    }
}
