using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Tables;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

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
    private readonly InstructionDetector _instructions = new(lexicon);

    // Kept for the next entry: nearly all have a paragraph or two of each.
    private readonly List<Paragraph> _paragraphs = [];
    private readonly List<Prose> _descriptions = [];
    private readonly List<Prose> _details = [];
    private readonly List<Prose> _causes = [];
    private readonly List<TextRange> _resolution = [];

    public Meaning Split(ImmutableArray<DraftPart> parts, bool isLabelled = false)
    {
        Cut(parts);
        var hasCauseColumn = HasRole(parts, ColumnRole.Cause);
        var isExplainedElsewhere = hasCauseColumn || HasRole(parts, ColumnRole.Description) || HasRole(parts, ColumnRole.Technical);
        var isBelieved = isLabelled || (isExplainedElsewhere && !SolutionsFail());
        var resolutionFrom = isBelieved && _paragraphs.Exists(static p => p.Role == ColumnRole.Resolution) ? ColumnRole.Resolution : ResolutionRole();
        var isResolvedByAny = resolutionFrom == ColumnRole.Resolution && !Instructs(ColumnRole.Resolution);
        var tells = false;
        var hasInstructed = false;

        // Where nothing tells what to do, and below a label, a resolution is what its header says unless it says what is wrong.
        bool IsWholly(InlineText text) => resolutionFrom switch
        {
            null => !SaysProblem(text),
            ColumnRole.Resolution => isExplainedElsewhere || isResolvedByAny || (isLabelled && (hasInstructed || !SaysProblem(text))),
            _ => false,
        };

        foreach (ref var paragraph in CollectionsMarshal.AsSpan(_paragraphs))
        {
            var (role, range) = (paragraph.Role, paragraph.Range);
            var texts = role switch
            {
                ColumnRole.Description => _descriptions,
                ColumnRole.Technical => _details,
                ColumnRole.Cause => _causes,
                ColumnRole.Resolution => hasCauseColumn ? _descriptions : _causes,
                _ => null,
            };
            if (texts is null)
            {
                continue;
            }

            var split = role == ColumnRole.Resolution && IsWholly(range.Text) ? 0
                : role != resolutionFrom ? range.Length
                : paragraph.IsCode ? (tells ? 0 : range.Length)
                : paragraph.LengthOfExplanation(_instructions);
            Add(texts, new TextRange(range.Text, range.Start, split));
            AddIfAny(_resolution, new TextRange(range.Text, range.Start + split, range.Length - split));
            hasInstructed |= role == ColumnRole.Resolution && split < range.Length;
            tells = (tells && (paragraph.IsCode || range.AsSpan()[^1] is ':' or '\uFF1A')) || (!paragraph.IsCode && split < range.Length);
        }

        return new Meaning([.. _descriptions], [.. _details], [.. _causes], _resolution.Count == 0 ? null : ReadResolution());
    }

    private Resolution ReadResolution()
    {
        var paragraphs = ImmutableArray.CreateBuilder<Prose>(_resolution.Count);
        foreach (var range in _resolution)
        {
            paragraphs.Add(range.ToProse());
        }

        return new Resolution(paragraphs.DrainToImmutable(), StepReader.Read(_resolution), []);
    }

    private static bool HasRole(ImmutableArray<DraftPart> parts, ColumnRole role)
    {
        foreach (ref readonly var part in parts.AsSpan())
        {
            if (part.Role == role)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text says what is wrong, as causes do.</summary>
    private bool SaysProblem(InlineText text) => text.KindsIn(lexicon).SaysProblem;

    /// <summary>Whether what should be a resolution says that something does not work.</summary>
    private bool SolutionsFail()
    {
        foreach (var paragraph in _paragraphs)
        {
            if (paragraph.Role == ColumnRole.Resolution && paragraph.Range.Text.KindsIn(lexicon).Has(ProblemCue.Failure))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The role whose texts tell what to do: that of the resolution column, else the first whose texts hold an instruction.</summary>
    private ColumnRole? ResolutionRole()
    {
        foreach (ref var paragraph in CollectionsMarshal.AsSpan(_paragraphs))
        {
            if (paragraph.Role == ColumnRole.Resolution && IsResolution(ref paragraph))
            {
                return ColumnRole.Resolution;
            }
        }

        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Description, ColumnRole.Technical, ColumnRole.Cause])
        {
            if (Instructs(role))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>Whether a paragraph tells what to do. In a language whose verbs are not known, all of them may; a link alone does.</summary>
    private bool IsResolution(ref Paragraph paragraph) =>
        !lexicon.KnowsInstructions || paragraph.Range.Text.FirstMark(InlineMarkKind.Link) is not null || paragraph.IsInstruction(_instructions);

    /// <summary>Whether any paragraph of a role tells what to do.</summary>
    private bool Instructs(ColumnRole role)
    {
        foreach (ref var paragraph in CollectionsMarshal.AsSpan(_paragraphs))
        {
            if (paragraph.Role == role && paragraph.IsInstruction(_instructions))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cuts the texts of an entry into paragraphs that say something.</summary>
    private void Cut(ImmutableArray<DraftPart> parts)
    {
        _paragraphs.Clear();
        _descriptions.Clear();
        _details.Clear();
        _causes.Clear();
        _resolution.Clear();
        for (var i = 0; i < parts.Length; i++)
        {
            var (role, text, _, isCode) = parts[i];
            var leadsToCode = i + 1 < parts.Length && parts[i + 1].IsCode && parts[i + 1].Role == role;
            foreach (var paragraph in TextRange.All(text).Paragraphs())
            {
                if (CellFillers.SaysSomething(paragraph.AsSpan(), lexicon))
                {
                    _paragraphs.Add(new Paragraph(role, paragraph, isCode, leadsToCode));
                }
            }
        }
    }

    private static void Add(List<Prose> texts, TextRange range)
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

    /// <summary>A paragraph of a text of an entry.</summary>
    /// <param name="role">What its text says.</param>
    /// <param name="range">Where it stands in the text.</param>
    /// <param name="isCode">Whether it is code.</param>
    /// <param name="leadsToCode">Whether code stands behind its text.</param>
    private struct Paragraph(ColumnRole role, TextRange range, bool isCode, bool leadsToCode)
    {
        private int _lengthOfExplanation = -1;

        public readonly ColumnRole Role => role;

        public readonly TextRange Range => range;

        public readonly bool IsCode => isCode;

        public bool IsInstruction(InstructionDetector instructions) => !isCode && LengthOfExplanation(instructions) < range.Length;

        /// <summary>How much of it stands before the first sentence that tells to do something. Looked for at most once.</summary>
        public int LengthOfExplanation(InstructionDetector instructions)
        {
            if (_lengthOfExplanation < 0)
            {
                var first = instructions.FindFirst(range);
                first = first < 0 && leadsToCode ? instructions.FindPurpose(range) : first;
                _lengthOfExplanation = first < 0 ? range.Length : first - range.Start;
            }

            return _lengthOfExplanation;
        }
    }
}
