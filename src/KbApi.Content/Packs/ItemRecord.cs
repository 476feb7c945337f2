using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Packs;

/// <summary>What all items of an article have in common, and the items besides entries, in records.</summary>
internal static class ItemRecord
{
    public static void Write(RecordWriter to, Prose text)
    {
        to.Text(text.Text);
        to.Span(text.Span);
    }

    public static Prose ReadProse(ref RecordReader from) => new(from.Text(), from.Span());

    public static void WriteOptional(RecordWriter to, Prose? text)
    {
        to.Flag(text is not null);
        if (text is not null)
        {
            Write(to, text);
        }
    }

    public static Prose? ReadOptionalProse(ref RecordReader from) => from.Flag() ? ReadProse(ref from) : null;

    public static void Write(RecordWriter to, KnowledgeItem item)
    {
        to.Text(item.Id);
        to.Text(item.ArticleId);
        to.Text(item.Section);
        to.Span(item.Span);
        to.Number(item.StartLine);
        to.Number(item.EndLine);
    }

    public static Head Read(ref RecordReader from) =>
        new(from.Text(), from.Text(), from.OptionalText(), from.Span(), from.Int32(), from.Int32());

    public static void Write(RecordWriter to, Procedure procedure)
    {
        Write(to, (KnowledgeItem)procedure);
        Write(to, procedure.Title);
        WriteOptional(to, procedure.Introduction);
        to.List(procedure.Warnings, text => Write(to, text));
        to.List(procedure.Steps, step =>
        {
            Write(to, step.Text);
            to.List(step.Images, to.Text);
        });
    }

    public static Procedure ReadProcedure(ref RecordReader from, LocaleTag locale)
    {
        var head = Read(ref from);
        return new Procedure
        {
            Id = head.Id,
            Locale = locale,
            ArticleId = head.ArticleId,
            Section = head.Section,
            Span = head.Span,
            StartLine = head.StartLine,
            EndLine = head.EndLine,
            Title = ReadProse(ref from),
            Introduction = ReadOptionalProse(ref from),
            Warnings = from.List(ReadProse),
            Steps = from.List(static (ref reader) => new ProcedureStep(ReadProse(ref reader), reader.Texts())),
        };
    }

    public static void Write(RecordWriter to, Ladder ladder)
    {
        Write(to, (KnowledgeItem)ladder);
        Write(to, ladder.Title);
        WriteOptional(to, ladder.Introduction);
        to.List(ladder.Rungs, rung =>
        {
            Write(to, rung.Text);
            to.Text(rung.Anchor);
            to.Text(rung.Procedure);
        });
    }

    public static Ladder ReadLadder(ref RecordReader from, LocaleTag locale)
    {
        var head = Read(ref from);
        return new Ladder
        {
            Id = head.Id,
            Locale = locale,
            ArticleId = head.ArticleId,
            Section = head.Section,
            Span = head.Span,
            StartLine = head.StartLine,
            EndLine = head.EndLine,
            Title = ReadProse(ref from),
            Introduction = ReadOptionalProse(ref from),
            Rungs = from.List(static (ref reader) => new LadderRung(ReadProse(ref reader), reader.Text(), reader.OptionalText())),
        };
    }

    public static void Write(RecordWriter to, Checklist checklist)
    {
        Write(to, (KnowledgeItem)checklist);
        Write(to, checklist.Title);
        WriteOptional(to, checklist.Introduction);
        to.List(checklist.Fields, field =>
        {
            to.Text(field.Name);
            Write(to, field.Question);
            to.List(field.Details, text => Write(to, text));
            to.Span(field.Span);
        });
    }

    public static Checklist ReadChecklist(ref RecordReader from, LocaleTag locale)
    {
        var head = Read(ref from);
        return new Checklist
        {
            Id = head.Id,
            Locale = locale,
            ArticleId = head.ArticleId,
            Section = head.Section,
            Span = head.Span,
            StartLine = head.StartLine,
            EndLine = head.EndLine,
            Title = ReadProse(ref from),
            Introduction = ReadOptionalProse(ref from),
            Fields = from.List(static (ref reader) => new IntakeField(reader.Text(), ReadProse(ref reader), reader.List(ReadProse), reader.Span())),
        };
    }

    /// <summary>What all items have.</summary>
    internal readonly record struct Head(string Id, string ArticleId, string? Section, TextSpan Span, int StartLine, int EndLine);
}
