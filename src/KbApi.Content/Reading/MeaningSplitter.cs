using System.Buffers;
using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading;

/// <summary>What the texts of an entry explain and what they tell to do.</summary>
internal sealed record Meaning(
    ImmutableArray<Prose> Descriptions,
    ImmutableArray<Prose> TechnicalDetails,
    ImmutableArray<Prose> Causes,
    Resolution? Resolution);

/// <summary>
/// Divides the texts of an entry into explanation and resolution. Documents mix them: a cell under "Solution" begins with the cause,
/// a description ends in what to do; so sentences decide, and the column only says what the rest is. A block of code belongs to what stands before it.
/// </summary>
internal sealed class MeaningSplitter(Lexicon lexicon)
{
    /// <summary>What stands in a cell that says nothing.</summary>
    private static readonly SearchValues<char> Fillers = SearchValues.Create(" -\u2013\u2014/.\u00A0");

    private readonly InstructionDetector _instructions = new(lexicon);

    public Meaning Split(ImmutableArray<DraftPart> parts, bool isLabelled = false)
    {
        var read = new List<ReadPart>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            read.Add(Cut(parts[i], leadsToCode: i + 1 < parts.Length && parts[i + 1].IsCode && parts[i + 1].Role == parts[i].Role));
        }

        var hasCauseColumn = read.Exists(p => p.Role == ColumnRole.Cause);
        var isExplainedElsewhere = hasCauseColumn || read.Exists(p => p.Role is ColumnRole.Description or ColumnRole.Technical);
        var isBelieved = isLabelled || (isExplainedElsewhere && !read.Exists(p => p.Role == ColumnRole.Resolution && p.Paragraphs.Exists(q => q.Range.Text.KindsIn(lexicon).Has(ProblemCue.Failure))));
        var resolutionFrom = isBelieved && read.Exists(p => p.Role == ColumnRole.Resolution && p.Paragraphs.Count > 0) ? ColumnRole.Resolution : ResolutionRole(read);
        var isResolvedByAny = resolutionFrom == ColumnRole.Resolution && !read.Exists(p => p.Role == ColumnRole.Resolution && p.HasInstruction);
        var (descriptions, details, causes) = (ImmutableArray.CreateBuilder<Prose>(), ImmutableArray.CreateBuilder<Prose>(), ImmutableArray.CreateBuilder<Prose>());
        var resolution = new List<TextRange>();
        var tells = false;
        foreach (var (role, isCode, paragraphs) in read)
        {
            var texts = role switch
            {
                ColumnRole.Description => descriptions,
                ColumnRole.Technical => details,
                ColumnRole.Cause => causes,
                ColumnRole.Resolution => hasCauseColumn ? descriptions : causes,
                _ => null,
            };
            if (texts is null)
            {
                continue;
            }

            foreach (var paragraph in paragraphs)
            {
                var range = paragraph.Range;
                var split = role != resolutionFrom ? range.Length
                    : role == ColumnRole.Resolution && (isExplainedElsewhere || isResolvedByAny) ? 0
                    : isCode ? (tells ? 0 : range.Length)
                    : paragraph.LengthOfExplanation;
                Add(texts, new TextRange(range.Text, range.Start, split));
                AddIfAny(resolution, new TextRange(range.Text, range.Start + split, range.Length - split));
                tells = (tells && (isCode || range.AsSpan()[^1] is ':' or '\uFF1A')) || (!isCode && split < range.Length);
            }
        }

        return new Meaning(
            descriptions.DrainToImmutable(),
            details.DrainToImmutable(),
            causes.DrainToImmutable(),
            resolution.Count == 0 ? null : new Resolution([.. resolution.Select(r => r.ToProse())], StepReader.Read(resolution), []));
    }

    /// <summary>The role whose texts tell what to do: that of the resolution column, else the first whose texts hold an instruction.</summary>
    private ColumnRole? ResolutionRole(List<ReadPart> parts)
    {
        if (parts.Exists(p => p.Role == ColumnRole.Resolution && IsResolution(p)))
        {
            return ColumnRole.Resolution;
        }

        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Description, ColumnRole.Technical, ColumnRole.Cause])
        {
            if (parts.Exists(p => p.Role == role && p.HasInstruction))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>Whether a part tells what to do. In a language whose verbs are not known, all of it may; a link alone does.</summary>
    private bool IsResolution(ReadPart part) =>
        part.Paragraphs is [var first, ..]
        && (!lexicon.KnowsInstructions || first.Range.Text.FirstMark(InlineMarkKind.Link) is not null || part.HasInstruction);

    private ReadPart Cut(DraftPart part, bool leadsToCode)
    {
        var paragraphs = new List<ReadParagraph>(1);
        foreach (var paragraph in TextRange.All(part.Text).Paragraphs())
        {
            if (paragraph.AsSpan().ContainsAnyExcept(Fillers))
            {
                paragraphs.Add(new ReadParagraph(paragraph, _instructions, leadsToCode));
            }
        }

        return new ReadPart(part.Role, part.IsCode, paragraphs);
    }

    private static void Add(ImmutableArray<Prose>.Builder texts, TextRange range)
    {
        if (!range.IsEmpty)
        {
            texts.Add(range.ToProse());
        }
    }

    private static void AddIfAny(List<TextRange> ranges, TextRange range)
    {
        if (!range.IsEmpty)
        {
            ranges.Add(range);
        }
    }

    /// <summary>A text of an entry, cut into paragraphs that say something.</summary>
    private sealed record ReadPart(ColumnRole Role, bool IsCode, List<ReadParagraph> Paragraphs)
    {
        public bool HasInstruction => !IsCode && Paragraphs.Exists(p => p.LengthOfExplanation < p.Range.Length);
    }

    private sealed class ReadParagraph(TextRange range, InstructionDetector instructions, bool leadsToCode)
    {
        private int? _lengthOfExplanation;

        public TextRange Range => range;

        /// <summary>How much of it stands before the first sentence that tells to do something. Looked for at most once.</summary>
        public int LengthOfExplanation => _lengthOfExplanation ??= FindFirst() is >= 0 and var first ? first - range.Start : range.Length;

        private int FindFirst() =>
            instructions.FindFirst(range) is >= 0 and var first ? first : leadsToCode ? instructions.FindPurpose(range) : -1;
    }
}
