using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Operations;
using KbApi.Content.Quantities;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading;

/// <summary>Makes entries of drafts: codes, messages, causes, resolution and the rest from their texts.</summary>
internal sealed class EntryBuilder(DocumentContext context)
{
    private const int MaxTitleLength = 300;

    private readonly EntryCodeReader _codes = new(context);
    private readonly MeaningSplitter _meaning = new(context.Lexicon);
    private readonly QuantityReader _quantities = new(context.Lexicon);

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
            Severity = SeverityOf(codes),
            Audience = draft.IsUserFacing || handOff == HandOff.Administrator ? Audience.User : Audience.Technician,
            HandOff = handOff,
            Source = draft.Source,
            Symptoms = [.. Texts(draft, ColumnRole.Symptom).SelectMany(t => TextRange.All(t).Paragraphs()).Select(p => p.ToProse())],
            Messages = [.. MessageReader.Read(draft)],
            Descriptions = meaning.Descriptions,
            TechnicalDetails = meaning.TechnicalDetails,
            Causes = meaning.Causes,
            Resolution = meaning.Resolution,
            Constraints = [.. draft.Parts.Where(p => p.Role is not ColumnRole.Code).SelectMany(p => _quantities.Read(p.Text))],
            Links = [.. draft.Parts.SelectMany(p => LinksIn(p.Text))],
            Anchor = AnchorOf(draft),
            FurtherSpans = [.. draft.FurtherSpans.Order()],
        };
    }

    private static TextRange? TitleOf(EntryDraft draft)
    {
        if (draft.Title is { IsEmpty: false } title)
        {
            return TextRange.All(title);
        }

        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Symptom, ColumnRole.Name, ColumnRole.Message, ColumnRole.Code])
        {
            foreach (var text in Texts(draft, role))
            {
                if (TextRange.All(text).Paragraphs().FirstOrDefault() is { IsEmpty: false } first)
                {
                    return first;
                }
            }
        }

        return null;
    }

    /// <summary>The anchor that the author gave the entry: in the heading that names it, or in one of its own texts.</summary>
    private static string? AnchorOf(EntryDraft draft) => draft.Title is null
        ? draft.Parts.SelectMany(p => p.Text.MarksOf(InlineMarkKind.Anchor)).Select(m => m.Target).FirstOrDefault()
        : draft.Title.MarksOf(InlineMarkKind.Anchor).Select(m => m.Target).FirstOrDefault();

    private static IEnumerable<InlineText> Texts(EntryDraft draft, ColumnRole role) =>
        draft.Parts.Where(p => p.Role == role && !p.Text.IsEmpty).Select(p => p.Text);

    private static Prose Shortened(TextRange title)
    {
        if (title.Length <= MaxTitleLength)
        {
            return title.ToProse();
        }

        var isInPair = char.IsHighSurrogate(title.AsSpan()[MaxTitleLength - 1]);
        return new TextRange(title.Text, title.Start, MaxTitleLength - (isInPair ? 1 : 0)).ToProse();
    }

    private static EntrySeverity SeverityOf(ImmutableArray<EntryCode> codes)
    {
        foreach (var code in codes)
        {
            if (code.Role == CodeRole.Identifying && Word.IsSymbol(code.Code.Value))
            {
                return OutcomeName.Read(code.Code.Value).Outcome switch
                {
                    Outcome.Start or Outcome.Success or Outcome.Started or Outcome.Heartbeat => EntrySeverity.Info,
                    Outcome.Stopped or Outcome.Warning => EntrySeverity.Warning,
                    _ => EntrySeverity.Error,
                };
            }
        }

        return EntrySeverity.Error;
    }

    private HandOff? HandOffIn(IReadOnlyList<DraftPart> parts)
    {
        HandOff? handOff = null;
        foreach (var part in parts)
        {
            if (context.Lexicon.HandOver.IsIn(part.Text.Text))
            {
                if (context.Lexicon.ToAdministrator.IsIn(part.Text.Text))
                {
                    return HandOff.Administrator;
                }

                handOff = HandOff.Support;
            }
        }

        return handOff;
    }

    private static IEnumerable<Link> LinksIn(InlineText text) =>
        text.MarksOf(InlineMarkKind.Link).Where(m => m.Target is not null).Select(m => new Link(text.TextOf(m), m.Target!, m.Source));
}
