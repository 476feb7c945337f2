using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Steps;

/// <summary>An item of a numbered list.</summary>
/// <param name="Item">The item; null where the list is written in HTML.</param>
/// <param name="Html">All of the item where the list is written in HTML; else null.</param>
internal readonly record struct StepItem(ListItemBlock? Item, InlineText? Html)
{
    /// <summary>Its text without the lists below it.</summary>
    public InlineText Own(InlineTextReader reader) => Html ?? ListReading.OwnText(Item!, reader);

    /// <summary>Whether its first paragraph asks something.</summary>
    public bool IsQuestion(InlineTextReader reader) =>
        Html is null ? ListReading.IsQuestion(Item!, reader) : Html.Text.AsSpan().TrimEnd() is [.., '?' or '\uFF1F'];

    public ProcedureStep ToStep(InlineTextReader reader)
    {
        var all = Html ?? reader.Read(Item!);
        return new ProcedureStep(
            TextRange.All(all).ToProse(),
            all.FirstMark(InlineMarkKind.Image) is null ? ImmutableArray<string>.Empty : [.. all.MarksOf(InlineMarkKind.Image).Select(m => m.Target).OfType<string>()]);
    }
}
