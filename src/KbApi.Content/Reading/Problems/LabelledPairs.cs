using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Reads problems that have no title of their own: headings such as "Problem" or "Example" with their "Solution" behind them,
/// again and again. The paragraph that states the problem names it.
/// </summary>
internal sealed class LabelledPairs(DocumentContext context, LabelledContent content)
{
    /// <summary>Fewer are read as what the title above states.</summary>
    private const int MinPairs = 2;

    /// <summary>The problems below a title, or none where there are not several.</summary>
    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        if (!topic.Children.Exists(IsProblem))
        {
            return [];
        }

        var pairs = PairsOf(topic);
        if (pairs.Count < MinPairs)
        {
            return [];
        }

        var drafts = new List<EntryDraft>(pairs.Count);
        foreach (var (problem, about) in pairs)
        {
            if (Create(problem, about) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts.Count < MinPairs ? [] : drafts;
    }

    private bool IsProblem(Topic topic) => content.LabelOf(topic) is LabelRole.Symptom or LabelRole.Example;

    private static bool IsSolution(LabelRole? label) => label is LabelRole.Resolution or LabelRole.Workaround;

    /// <summary>The headings that state a problem, with those behind them that tell of it.</summary>
    private List<(Topic Problem, List<Topic> About)> PairsOf(Topic topic)
    {
        var pairs = new List<(Topic Problem, List<Topic> About)>();
        for (var i = 0; i < topic.Children.Count; i++)
        {
            var problem = topic.Children[i];
            if (!IsProblem(problem))
            {
                continue;
            }

            if (IsWhole(problem))
            {
                pairs.Add((problem, []));
                continue;
            }

            var end = i + 1;
            var isSolved = false;
            while (end < topic.Children.Count && content.LabelOf(topic.Children[end]) is LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround or LabelRole.Description)
            {
                isSolved |= IsSolution(content.LabelOf(topic.Children[end]));
                end++;
            }

            if (isSolved)
            {
                pairs.Add((problem, topic.Children[(i + 1)..end]));
            }
        }

        return pairs;
    }

    /// <summary>Whether the cause and the solution of a problem stand below its own heading.</summary>
    private bool IsWhole(Topic problem) =>
        problem.Blocks.Count > 0 && !StatementOf(problem).IsEmpty && problem.Children.Exists(c => c.Shape == EntryShape.Heading && IsSolution(content.LabelOf(c)));

    /// <summary>What says what the problem is: the first paragraph, or the lead-in where one stands there instead.</summary>
    private InlineText StatementOf(Topic problem) => problem.Blocks.Count == 0 ? problem.Children[0].Title : context.Inlines.Read(problem.Blocks[0]);

    private EntryDraft? Create(Topic problem, List<Topic> about)
    {
        var isLead = problem.Blocks.Count == 0;
        if (isLead && problem.Children.FirstOrDefault() is not { Shape: EntryShape.Lead })
        {
            return null;
        }

        var statement = StatementOf(problem);
        if (statement.IsEmpty)
        {
            return null;
        }

        var start = isLead ? problem.Children[0].Start : InlineTextReader.SpanOf(problem.Blocks[0]).Start;
        var parts = new List<DraftPart> { new(ColumnRole.Symptom, statement) };
        var own = content.Read(problem);
        for (var i = 1; i < own.Length; i++)
        {
            parts.Add(own[i] with { Role = own[i].Role == ColumnRole.Description ? ColumnRole.Symptom : own[i].Role });
        }

        foreach (var label in about)
        {
            content.ReadLabelled(label, parts);
        }

        return new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(TextSpan.FromBounds(start, Math.Max(start, about.Count > 0 ? about[^1].End : problem.End))),
            Section = problem.Section,
            Parts = [.. parts],
            IsLabelled = true,
            Source = LogSource.Find(problem.Section, context.Lexicon),
        };
    }
}
