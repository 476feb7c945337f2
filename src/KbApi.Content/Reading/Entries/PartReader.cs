using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Entries;

/// <summary>Tells where the texts of an entry stand, so that one of them can be written anew.</summary>
internal static class PartReader
{
    private const string Closing = "</a>";

    public static ImmutableArray<EntryPart> Read(EntryDraft draft, string source)
    {
        var isTitleApart = draft.Title is { IsEmpty: false } && !HasTitle(draft);
        var parts = ImmutableArray.CreateBuilder<EntryPart>(draft.Parts.Length + (isTitleApart ? 1 : 0));
        if (isTitleApart)
        {
            parts.Add(new EntryPart(ColumnRole.Symptom, SpanOfTitle(draft.Title!), IsTitle: true));
        }

        foreach (var (role, text, _, _) in draft.Parts)
        {
            parts.Add(ReferenceEquals(text, draft.Title)
                ? new EntryPart(role, SpanOfTitle(text), IsTitle: true)
                : new EntryPart(role, Trimmed(WithoutAnchors(WithMarks(text, text.Span), text, source), source)));
        }

        return parts.DrainToImmutable();
    }

    /// <summary>What a heading says, without what makes it one: mark-up around its ends is part of it.</summary>
    public static TextSpan SpanOfTitle(InlineText title)
    {
        var all = TextRange.All(title);
        return WithMarks(title, title.ToSource(all.Start, all.Length));
    }

    /// <summary>Whether the title is one of the texts.</summary>
    private static bool HasTitle(EntryDraft draft)
    {
        foreach (ref readonly var part in draft.Parts.AsSpan())
        {
            if (ReferenceEquals(part.Text, draft.Title))
            {
                return true;
            }
        }

        return false;
    }

    private static TextSpan WithMarks(InlineText text, TextSpan span)
    {
        foreach (ref readonly var mark in text.Marks.AsSpan())
        {
            span = mark is { Length: > 0, Kind: not InlineMarkKind.Anchor } ? span.Union(mark.Source) : span;
        }

        return span;
    }

    private static TextSpan Trimmed(TextSpan span, string source) =>
        span with { Length = source.AsSpan(span.Start, Math.Min(span.End, source.Length) - span.Start).TrimEnd().Length };

    private static TextSpan WithoutAnchors(TextSpan span, InlineText text, string source)
    {
        foreach (ref readonly var mark in text.Marks.AsSpan())
        {
            if (mark.Kind == InlineMarkKind.Anchor && mark.Source.Start == span.Start && mark.Source.End <= span.End)
            {
                var start = mark.Source.End;
                start += source.AsSpan(start).StartsWith(Closing, StringComparison.OrdinalIgnoreCase) ? Closing.Length : 0;
                while (start < span.End && char.IsWhiteSpace(source[start]))
                {
                    start++;
                }

                span = TextSpan.FromBounds(start, span.End);
            }
        }

        return span;
    }
}
