using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Quantities;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Entries;

/// <summary>Makes entries of drafts: codes, messages, causes, resolution and the rest from their texts.</summary>
internal sealed class EntryBuilder(DocumentContext context, ImmutableArray<Procedure> procedures)
{
    private const int MaxTitleLength = 300;

    private readonly EntryCodeReader _codes = new(context);
    private readonly SeverityReader _severity = new(context);
    private readonly MeaningSplitter _meaning = new(context.Lexicon);
    private readonly MessageReader _messages = new(context.Lexicon);
    private readonly QuantityReader _quantities = new(context.Lexicon);
    private readonly ILookup<string, string> _procedures = procedures.Where(p => p.Section is not null)
        .ToLookup(p => p.Section!, p => p.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The entry, or null where the draft says nothing that could be one's title.</summary>
    public Entry? Build(EntryDraft draft)
    {
        if (TitleOf(draft) is not { IsEmpty: false } title)
        {
            return null;
        }

        var codes = _codes.Read(draft);
        var meaning = _meaning.Split(draft.Parts, draft.IsLabelled);
        var handOff = HandOffIn(draft.Parts);
        var links = LinksOf(draft);
        return new Entry
        {
            Id = "",
            ArticleId = context.ArticleId,
            Locale = context.Locale,
            Section = draft.Section.Anchor,
            Span = draft.Span,
            StartLine = context.LineOf(draft.Span.Start),
            EndLine = context.LineOf(Math.Max(draft.Span.Start, draft.Span.End - 1)),
            Shape = draft.Shape,
            Codes = codes,
            Title = Shortened(title),
            Severity = _severity.Read(draft, codes),
            Audience = draft.IsUserFacing || handOff == HandOff.Administrator ? Audience.User : Audience.Technician,
            HandOff = handOff,
            Source = draft.Source,
            Symptoms = SymptomsOf(draft),
            Messages = _messages.Read(draft),
            Descriptions = meaning.Descriptions,
            TechnicalDetails = meaning.TechnicalDetails,
            Causes = meaning.Causes,
            Resolution = meaning.Resolution is { } resolution ? resolution with { Procedures = ProceduresIn(links) } : null,
            Constraints = ConstraintsOf(draft),
            Links = links,
            Anchor = AnchorOf(draft),
            FurtherSpans = FurtherSpansOf(draft, codes),
            Parts = PartReader.Read(draft, context.Source.Content),
        };
    }

    /// <summary>The places of the draft beyond its own, and that of the title in the metadata where only that tells its code.</summary>
    private ImmutableArray<TextSpan> FurtherSpansOf(EntryDraft draft, ImmutableArray<EntryCode> codes)
    {
        var title = context.StatedTitle.Span;
        var isUsed = !title.IsEmpty && !draft.Span.Contains(title) && HasCodeIn(title, codes);
        var spans = isUsed ? draft.FurtherSpans.Add(title) : draft.FurtherSpans;
        return spans.Length > 1 ? spans.Sort() : spans;
    }

    private static bool HasCodeIn(TextSpan span, ImmutableArray<EntryCode> codes)
    {
        foreach (ref readonly var code in codes.AsSpan())
        {
            if (code.Span.Length > 0 && span.Contains(code.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static TextRange? TitleOf(EntryDraft draft)
    {
        if (draft.Title is { IsEmpty: false } title)
        {
            return draft.Shape == EntryShape.Lead ? TextRange.All(title) : WithoutNumber(title);
        }

        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Symptom, ColumnRole.Name, ColumnRole.Message, ColumnRole.Code])
        {
            foreach (var part in draft.Parts)
            {
                if (part.Role == role && TextRange.All(part.Text).Paragraphs().First() is { IsEmpty: false } first)
                {
                    return first;
                }
            }
        }

        return null;
    }

    /// <summary>A heading without the number that it has in its document, which changes when another is put before it.</summary>
    private static TextRange WithoutNumber(InlineText title) =>
        TitleForm.Plain(title.Text) is { IsEmpty: false } plain && title.Text.AsSpan().Overlaps(plain, out var start)
            ? new TextRange(title, start, title.Text.Length - start)
            : TextRange.All(title);

    /// <summary>The anchor that the author gave the entry: in the heading that names it, or in one of its own texts.</summary>
    private static string? AnchorOf(EntryDraft draft)
    {
        if (draft.Title is not null)
        {
            return draft.Title.FirstMark(InlineMarkKind.Anchor)?.Target;
        }

        foreach (var part in draft.Parts)
        {
            if (part.Text.FirstMark(InlineMarkKind.Anchor) is { } anchor)
            {
                return anchor.Target;
            }
        }

        return null;
    }

    private static ImmutableArray<Prose> SymptomsOf(EntryDraft draft)
    {
        var symptoms = ImmutableArray.CreateBuilder<Prose>(0);
        foreach (var part in draft.Parts)
        {
            if (part.Role == ColumnRole.Symptom)
            {
                foreach (var paragraph in TextRange.All(part.Text).Paragraphs())
                {
                    symptoms.Add(paragraph.ToProse());
                }
            }
        }

        return symptoms.DrainToImmutable();
    }

    private ImmutableArray<Constraint> ConstraintsOf(EntryDraft draft)
    {
        var constraints = ImmutableArray.CreateBuilder<Constraint>(0);
        foreach (var part in draft.Parts)
        {
            if (part.Role is not ColumnRole.Code)
            {
                _quantities.Read(part.Text, constraints);
            }
        }

        return constraints.DrainToImmutable();
    }

    /// <summary>The procedures that stand where links lead.</summary>
    private ImmutableArray<string> ProceduresIn(ImmutableArray<Link> links) =>
        links.IsEmpty || _procedures.Count == 0 ? []
        : [.. links.Where(l => l.Target.StartsWith('#')).SelectMany(l => _procedures[l.Target[1..]]).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<Link> LinksOf(EntryDraft draft)
    {
        var links = ImmutableArray.CreateBuilder<Link>(0);
        foreach (var (_, text, _, _) in draft.Parts)
        {
            foreach (ref readonly var mark in text.Marks.AsSpan())
            {
                if (mark is { Kind: InlineMarkKind.Link, Target: { } target })
                {
                    links.Add(new Link(text.TextOf(mark).ToString(), target, mark.Source));
                }
            }
        }

        return links.DrainToImmutable();
    }

    private static Prose Shortened(TextRange title)
    {
        if (title.Length <= MaxTitleLength)
        {
            return title.ToProse();
        }

        var isInPair = char.IsHighSurrogate(title.AsSpan()[MaxTitleLength - 1]);
        return new TextRange(title.Text, title.Start, MaxTitleLength - (isInPair ? 1 : 0)).ToProse();
    }

    private HandOff? HandOffIn(ImmutableArray<DraftPart> parts)
    {
        HandOff? handOff = null;
        foreach (var part in parts)
        {
            var kinds = part.Text.KindsIn(context.Lexicon);
            if (kinds.Has(context.Lexicon.ToAdministrator))
            {
                return HandOff.Administrator;
            }

            handOff = kinds.Has(context.Lexicon.ToSupport) ? HandOff.Support : handOff;
        }

        return handOff;
    }
}
