using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>Entries in records.</summary>
internal static class EntryRecord
{
    public static void Write(RecordWriter to, Entry entry)
    {
        ItemRecord.Write(to, entry);
        to.Number((int)entry.Shape);
        to.List(entry.Codes, code =>
        {
            WriteCode(to, code.Code);
            to.Number((int)code.Role);
            to.Span(code.Span);
        });
        ItemRecord.Write(to, entry.Title);
        to.Number((int)entry.Severity);
        to.Number((int)entry.Audience);
        to.Number(entry.HandOff is { } handOff ? (int)handOff + 1 : 0);
        to.Text(entry.Source);
        WriteAll(to, entry.Symptoms);
        to.List(entry.Messages, message =>
        {
            to.Text(message.Text);
            to.Span(message.Span);
            to.Flag(message.IsLiteral);
        });
        WriteAll(to, entry.Descriptions);
        WriteAll(to, entry.TechnicalDetails);
        WriteAll(to, entry.Causes);
        to.Flag(entry.Resolution is not null);
        if (entry.Resolution is { } resolution)
        {
            WriteAll(to, resolution.Paragraphs);
            WriteAll(to, resolution.Steps);
            to.List(resolution.Procedures, to.Text);
        }

        to.List(entry.Discriminators, d =>
        {
            ItemRecord.Write(to, d.Fact);
            to.List(d.Others, to.Text);
        });
        to.List(entry.Constraints, c => Write(to, c));
        to.List(entry.Links, link =>
        {
            to.Text(link.Text);
            to.Text(link.Target);
            to.Span(link.Span);
        });
        to.List(entry.Parts, part =>
        {
            to.Number((int)part.Role);
            to.Span(part.Span);
            to.Flag(part.IsTitle);
        });
        to.List(entry.FurtherSpans, to.Span);
        to.Text(entry.Anchor);
    }

    public static Entry Read(ref RecordReader from, LocaleTag locale)
    {
        var item = ItemRecord.Read(ref from);
        return new Entry
        {
            Id = item.Id,
            Locale = locale,
            ArticleId = item.ArticleId,
            Section = item.Section,
            Span = item.Span,
            StartLine = item.StartLine,
            EndLine = item.EndLine,
            Shape = from.Enum<EntryShape>(),
            Codes = from.List(static (ref reader) => new EntryCode(ReadCode(ref reader), reader.Enum<CodeRole>(), reader.Span())),
            Title = ItemRecord.ReadProse(ref from),
            Severity = from.Enum<EntrySeverity>(),
            Audience = from.Enum<Audience>(),
            HandOff = from.OptionalEnum<HandOff>(),
            Source = from.OptionalText(),
            Symptoms = from.List(ItemRecord.ReadProse),
            Messages = from.List(static (ref reader) => new Message(reader.Text(), reader.Span(), reader.Flag())),
            Descriptions = from.List(ItemRecord.ReadProse),
            TechnicalDetails = from.List(ItemRecord.ReadProse),
            Causes = from.List(ItemRecord.ReadProse),
            Resolution = from.Flag() ? new Resolution(from.List(ItemRecord.ReadProse), from.List(ItemRecord.ReadProse), from.Texts()) : null,
            Discriminators = from.List(static (ref reader) => new Discriminator(ItemRecord.ReadProse(ref reader), reader.Texts())),
            Constraints = from.List(ReadConstraint),
            Links = from.List(static (ref reader) => new Link(reader.Text(), reader.Text(), reader.Span())),
            Parts = from.List(static (ref reader) => new EntryPart(reader.Enum<ColumnRole>(), reader.Span(), reader.Flag())),
            FurtherSpans = from.List(static (ref reader) => reader.Span()),
            Anchor = from.OptionalText(),
        };
    }

    internal static void WriteCode(RecordWriter to, ErrorCode code)
    {
        to.Text(code.Scheme);
        to.Text(code.Value);
        to.Text(code.Source);
    }

    internal static ErrorCode ReadCode(ref RecordReader from) => new(from.Text(), from.Text(), from.OptionalText());

    internal static void WriteQuantity(RecordWriter to, Quantity quantity)
    {
        to.Decimal(quantity.Value);
        to.Text(quantity.Unit);
    }

    internal static Quantity ReadQuantity(ref RecordReader from) => new(from.Decimal(), from.Text());

    private static void WriteAll(RecordWriter to, IReadOnlyCollection<Prose> texts) => to.List(texts, text => ItemRecord.Write(to, text));

    private static void Write(RecordWriter to, Constraint constraint)
    {
        to.Number((int)constraint.Kind);
        WriteQuantity(to, constraint.Quantity);
        to.Number((int)constraint.Bound);
        to.Text(constraint.Text);
        to.Span(constraint.Span);
        to.Flag(constraint.Per is not null);
        if (constraint.Per is { } per)
        {
            WriteQuantity(to, per);
        }

        to.Flag(constraint.To is not null);
        if (constraint.To is { } last)
        {
            to.Decimal(last);
        }
    }

    private static Constraint ReadConstraint(ref RecordReader from) =>
        new(from.Enum<ConstraintKind>(), ReadQuantity(ref from), from.Enum<ConstraintBound>(), from.Text(), from.Span())
        {
            Per = from.Flag() ? ReadQuantity(ref from) : null,
            To = from.Flag() ? from.Decimal() : null,
        };
}
