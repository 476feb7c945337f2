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
/// a description ends in what to do; so sentences decide, and the column only says what the rest is.
/// </summary>
internal sealed class MeaningSplitter(Lexicon lexicon)
{
    /// <summary>What stands in a cell that says nothing.</summary>
    private static readonly SearchValues<char> Fillers = SearchValues.Create(" -\u2013\u2014/.\u00A0");

    private readonly InstructionDetector _instructions = new(lexicon);

    public Meaning Split(IReadOnlyList<DraftPart> parts, bool isLabelled = false)
    {
        var hasCauseColumn = parts.Any(p => p.Role == ColumnRole.Cause);
        var isExplainedElsewhere = parts.Any(p => p.Role is ColumnRole.Cause or ColumnRole.Description or ColumnRole.Technical);
        var resolutionFrom = isLabelled && parts.Any(p => p.Role == ColumnRole.Resolution && Meaningful(p.Text).Any()) ? ColumnRole.Resolution : ResolutionRole(parts);
        var texts = new Dictionary<ColumnRole, List<Prose>>();
        var resolution = new List<TextRange>();
        foreach (var (role, text) in parts)
        {
            var kind = role == ColumnRole.Resolution ? (hasCauseColumn ? ColumnRole.Description : ColumnRole.Cause) : role;
            var isWhole = role == ColumnRole.Resolution && isExplainedElsewhere;
            foreach (var paragraph in Meaningful(text))
            {
                var split = role == resolutionFrom ? SplitAt(paragraph, role, isWhole, parts) : paragraph.Length;
                Add(texts, kind, new TextRange(paragraph.Text, paragraph.Start, split));
                AddIfAny(resolution, new TextRange(paragraph.Text, paragraph.Start + split, paragraph.Length - split));
            }
        }

        return new Meaning(
            [.. texts.GetValueOrDefault(ColumnRole.Description, [])],
            [.. texts.GetValueOrDefault(ColumnRole.Technical, [])],
            [.. texts.GetValueOrDefault(ColumnRole.Cause, [])],
            resolution.Count == 0 ? null : new Resolution([.. resolution.Select(r => r.ToProse())], StepReader.Read(resolution), []));
    }

    /// <summary>The role whose texts tell what to do: that of the resolution column, else the first whose texts hold an instruction.</summary>
    private ColumnRole? ResolutionRole(IReadOnlyList<DraftPart> parts)
    {
        if (parts.Any(p => p.Role == ColumnRole.Resolution && IsResolution(p.Text)))
        {
            return ColumnRole.Resolution;
        }

        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Description, ColumnRole.Technical, ColumnRole.Cause])
        {
            if (parts.Any(p => p.Role == role && _instructions.HasAny(TextRange.All(p.Text))))
            {
                return role;
            }
        }

        return null;
    }

    private bool IsResolution(InlineText text) =>
        Meaningful(text).Any()
        && (!lexicon.KnowsInstructions || text.MarksOf(InlineMarkKind.Link).Any() || _instructions.HasAny(TextRange.All(text)));

    /// <summary>How much of a paragraph only explains.</summary>
    private int SplitAt(TextRange paragraph, ColumnRole role, bool isWhole, IReadOnlyList<DraftPart> parts)
    {
        if (isWhole)
        {
            return 0;
        }

        var first = _instructions.FindFirst(paragraph);
        if (first >= 0)
        {
            return first - paragraph.Start;
        }

        // A resolution that is nothing but a link, or in a language whose verbs are not known, is one all the same.
        var hasInstruction = parts.Any(p => p.Role == role && _instructions.HasAny(TextRange.All(p.Text)));
        return role == ColumnRole.Resolution && !hasInstruction ? 0 : paragraph.Length;
    }

    private static IEnumerable<TextRange> Meaningful(InlineText text) =>
        TextRange.All(text).Paragraphs().Where(p => p.AsSpan().ContainsAnyExcept(Fillers));

    private static void Add(Dictionary<ColumnRole, List<Prose>> texts, ColumnRole role, TextRange range)
    {
        if (!range.IsEmpty)
        {
            if (!texts.TryGetValue(role, out var list))
            {
                texts[role] = list = [];
            }

            list.Add(range.ToProse());
        }
    }

    private static void AddIfAny(List<TextRange> ranges, TextRange range)
    {
        if (!range.IsEmpty)
        {
            ranges.Add(range);
        }
    }
}
