using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading;

/// <summary>An item of a numbered list.</summary>
/// <param name="Own">Its text without the lists below it.</param>
/// <param name="All">All of its text.</param>
/// <param name="IsQuestion">Whether its first paragraph asks something.</param>
internal readonly record struct StepItem(InlineText Own, InlineText All, bool IsQuestion)
{
    public static StepItem Of(ListItemBlock item, InlineTextReader reader) =>
        new(ListReading.OwnText(item, reader), reader.Read(item), ListReading.IsQuestion(item, reader));

    /// <summary>An item of a list that is written in HTML.</summary>
    public static StepItem Of(InlineText text) => new(text, text, text.Text.AsSpan().TrimEnd() is [.., '?' or '\uFF1F']);

    public ProcedureStep ToStep() => new(
        TextRange.All(All).ToProse(),
        All.FirstMark(InlineMarkKind.Image) is null ? ImmutableArray<string>.Empty : [.. All.MarksOf(InlineMarkKind.Image).Select(m => m.Target).OfType<string>()]);
}
