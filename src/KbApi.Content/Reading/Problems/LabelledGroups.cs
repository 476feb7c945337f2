using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Reads problems that have no title of their own: paragraphs such as <c>**Symptom:** …</c>, <c>**Cause:** …</c>, <c>**Solution:** …</c>, again and
/// again. What the symptom says names the problem.
/// </summary>
internal sealed class LabelledGroups(DocumentContext context, LabelledContent content)
{
    /// <summary>The problems right below a topic's title; none where there is one that the title itself may state.</summary>
    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        List<Group>? groups = null;
        Group? current = null;
        for (var at = 0; at < topic.Blocks.Count; at++)
        {
            var block = topic.Blocks[at];
            var leads = block is ParagraphBlock paragraph ? content.LeadInsOf(paragraph) : [];
            for (var i = 0; i < leads.Count; i++)
            {
                var (label, text) = leads[i];
                if (label == LabelRole.Symptom && (!text.IsEmpty || IsStatedBelow(topic, at)))
                {
                    // A symptom further on in a paragraph ends the problem before it there.
                    var start = i == 0 || text.IsEmpty ? InlineTextReader.SpanOf(block).Start : StartOf(text);
                    current?.EndAt(start);
                    (groups ??= []).Add(current = new Group(start));
                }

                current?.Add(label, text, block);
            }

            if (leads.Count == 0)
            {
                current?.AddMore(context.Inlines.Read(block), block);
            }
        }

        var several = groups is { Count: > 1 };
        groups?.RemoveAll(g => !g.IsAnswered && !(several && g.ShowsCode));
        return groups is null || groups.Count < (topic.Kind == TitleKind.Collection || topic.Title.IsEmpty ? 1 : 2) ? (IReadOnlyList<EntryDraft>)[] : DraftsOf(groups, topic);
    }

    private List<EntryDraft> DraftsOf(List<Group> groups, Topic topic)
    {
        var source = LogSource.Find(topic.Section, context.Lexicon);
        return groups.ConvertAll(g => new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(TextSpan.FromBounds(g.Start, g.End)),
            Section = topic.Section,
            Parts = [.. g.Parts],
            IsLabelled = true,
            Source = source,
        });
    }

    /// <summary>Where a text begins, with the mark-up that it may open with.</summary>
    private static int StartOf(InlineText text)
    {
        var start = text.ToSource(0, 1).Start;
        foreach (ref readonly var mark in text.Marks.AsSpan())
        {
            if (mark.Start > 0)
            {
                break;
            }

            start = Math.Min(start, mark.Source.Start);
        }

        return start;
    }

    /// <summary>Whether a label stands alone and the paragraph behind it says what it announces.</summary>
    private bool IsStatedBelow(Topic topic, int at) =>
        at + 1 < topic.Blocks.Count && topic.Blocks[at + 1] is ParagraphBlock next && content.LeadInsOf(next).Count == 0;

    /// <summary>What stands from one symptom to the next.</summary>
    private sealed class Group(int start)
    {
        private ColumnRole _role;

        public int Start => start;

        public int End { get; private set; }

        public bool IsAnswered { get; private set; }

        /// <summary>Whether a block of code stands in it, which is what to run where a problem is named again and again and nothing labels the solution.</summary>
        public bool ShowsCode { get; private set; }

        public List<DraftPart> Parts { get; } = [];

        public void Add(LabelRole label, InlineText text, Block block)
        {
            _role = LabelledContent.RoleOf(label);
            IsAnswered |= label is LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround;
            AddMore(text, block);
        }

        public void EndAt(int position) => End = Math.Min(End, position);

        public void AddMore(InlineText text, Block block)
        {
            End = InlineTextReader.EndOf(block);
            ShowsCode |= block is CodeBlock;
            if (!text.IsEmpty)
            {
                Parts.Add(new DraftPart(_role, text));
            }
        }
    }
}
