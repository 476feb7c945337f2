using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading;

/// <summary>
/// Reads problems that have no title of their own: headings such as "Problem" or "Example" with their "Solution" behind them,
/// again and again. The paragraph that states the problem names it.
/// </summary>
internal sealed class LabelledPairs(DocumentContext context, LabelledContent content)
{
    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        List<EntryDraft>? drafts = null;
        for (var i = 0; i < topic.Children.Count; i++)
        {
            if (content.LabelOf(topic.Children[i]) is not (LabelRole.Symptom or LabelRole.Example))
            {
                continue;
            }

            if (Own(topic.Children[i]) is { } own)
            {
                (drafts ??= []).Add(own);
                continue;
            }

            var end = i + 1;
            var isSolved = false;
            while (end < topic.Children.Count && content.LabelOf(topic.Children[end]) is LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround or LabelRole.Description)
            {
                isSolved |= content.LabelOf(topic.Children[end]) is LabelRole.Resolution or LabelRole.Workaround;
                end++;
            }

            if (isSolved && Create(topic.Children[i], topic.Children[(i + 1)..end]) is { } draft)
            {
                (drafts ??= []).Add(draft);
            }
        }

        return drafts ?? (IReadOnlyList<EntryDraft>)[];
    }

    /// <summary>The problem whose cause and solution stand below its own heading, or null.</summary>
    private EntryDraft? Own(Topic problem)
    {
        var isSolved = problem.Children.Exists(c => c.Shape == EntryShape.Heading && content.LabelOf(c) is LabelRole.Resolution or LabelRole.Workaround);
        return isSolved && problem.Blocks.Count > 0 ? Create(problem, []) : null;
    }

    private EntryDraft? Create(Topic problem, List<Topic> about)
    {
        var isLead = problem.Blocks.Count == 0;
        if (isLead && problem.Children.FirstOrDefault() is not { Shape: EntryShape.Lead })
        {
            return null;
        }

        var statement = isLead ? problem.Children[0].Title : context.Inlines.Read(problem.Blocks[0]);
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
