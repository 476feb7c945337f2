using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Tables;

/// <summary>
/// Joins rows with the sections of the same document that their links lead to. A row that only leads to a problem with a heading of
/// its own is part of that problem; a row whose solution stands in another section takes it from there. Where that section is a
/// procedure, the resolution names the procedure, and its steps need not be told again.
/// </summary>
internal sealed class IndexRows(DocumentContext context, Topic document, ImmutableArray<Procedure> procedures)
{
    /// <summary>A section that more rows than this lead to is about none of them.</summary>
    private const int MaxSharing = 5;

    private readonly LabelledContent _content = new(context);
    private readonly Lazy<HashSet<string>> _procedures =
        new(() => procedures.Select(p => p.Section).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase));

    private readonly Lazy<Dictionary<string, Topic>> _topics = new(() => TopicsOf(document));

    /// <summary>Whether what names the row's problem is a link into the same document.</summary>
    public static bool IsLinked(EntryDraft row) => HasTarget(row) && NamesOf(row).SelectMany(TargetsOf).Any();

    /// <summary>The problems under headings and those of rows, each once.</summary>
    public IReadOnlyList<EntryDraft> Join(IReadOnlyList<EntryDraft> rows, IReadOnlyList<EntryDraft> problems)
    {
        var detailed = new DetailedRows(context).Find(rows, problems);
        if (detailed.Count == 0 && !rows.Any(HasTarget))
        {
            return [.. problems, .. rows];
        }

        var headed = problems.Where(p => p.Title is not null && p.Section.Anchor is not null)
            .GroupBy(p => p.Section.Anchor!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        EntryDraft? ProblemOf(EntryDraft row) => detailed.GetValueOrDefault(row) ?? LinkedFrom(row, headed);
        var index = rows.Select(row => (Row: row, Problem: ProblemOf(row))).Where(r => r.Problem is not null)
            .ToLookup(r => r.Problem!, r => r.Row);
        return
        [
            .. problems.Select(p => index.Contains(p) ? With(p, index[p]) : p),
            .. WithDetails(rows.Where(row => ProblemOf(row) is null).ToList()),
        ];
    }

    /// <summary>The problem with a heading of its own that a row leads to, by its name or by a cell that is nothing but a link; or null.</summary>
    private static EntryDraft? LinkedFrom(EntryDraft row, Dictionary<string, EntryDraft> headed) => NamesOf(row).SelectMany(TargetsOf)
        .Concat(DetailsOf(row).Select(d => d.Anchor))
        .Select(headed.GetValueOrDefault)
        .FirstOrDefault(p => p is not null);

    /// <summary>The problem with what its rows say beyond the link.</summary>
    private static EntryDraft With(EntryDraft problem, IEnumerable<EntryDraft> rows) => problem with
    {
        Parts = [.. problem.Parts, .. rows.SelectMany(r => r.Parts).Where(p => !p.Text.IsEmpty && LadderReader.AnchorOfLink(p.Text) is null)],
        FurtherSpans = [.. rows.SelectMany(r => r.FurtherSpans.Prepend(r.Span))],
    };

    private IEnumerable<EntryDraft> WithDetails(List<EntryDraft> rows)
    {
        var uses = rows.SelectMany(r => DetailsOf(r).Select(d => d.Anchor)).CountBy(a => a, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        return rows.Select(row => DetailsOf(row).Where(d => uses[d.Anchor] <= MaxSharing).Aggregate(row, WithDetail));
    }

    /// <summary>The row with the texts of a section that its solution or cause is a link to.</summary>
    private EntryDraft WithDetail(EntryDraft row, (ColumnRole Role, string Anchor) detail) =>
        _topics.Value.TryGetValue(detail.Anchor, out var topic) && !row.Section.SelfAndAncestors().Contains(topic.Section) && !_procedures.Value.Contains(detail.Anchor)
            ? row with
            {
                Parts = [.. row.Parts, .. _content.Read(topic).Select(p => p.Role == ColumnRole.Description ? p with { Role = detail.Role } : p)],
                FurtherSpans = [.. row.FurtherSpans, context.SpanOf(topic.Section)],
            }
            : row;

    /// <summary>Whether any cell has a link into the same document.</summary>
    private static bool HasTarget(EntryDraft row)
    {
        foreach (var part in row.Parts)
        {
            foreach (var mark in part.Text.Marks)
            {
                if (mark is { Kind: InlineMarkKind.Link, Target: ['#', _, ..] })
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The cells of a row that are nothing but a link to a section.</summary>
    private static IEnumerable<(ColumnRole Role, string Anchor)> DetailsOf(EntryDraft row) => row.Parts
        .Where(p => ColumnRoles.IsText(p.Role))
        .Select(p => (p.Role, Anchor: LadderReader.AnchorOfLink(p.Text)))
        .Where(p => p.Anchor is not null)
        .Select(p => (p.Role, p.Anchor!));

    private static IEnumerable<InlineText> NamesOf(EntryDraft row) => row.Parts.Where(p => ColumnRoles.IsKey(p.Role)).Select(p => p.Text);

    private static IEnumerable<string> TargetsOf(InlineText name) => name.MarksOf(InlineMarkKind.Link)
        .Select(m => m.Target)
        .OfType<string>()
        .Where(target => target is ['#', _, ..])
        .Select(target => target[1..]);

    private static Dictionary<string, Topic> TopicsOf(Topic document)
    {
        var topics = new Dictionary<string, Topic>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<Topic>([document]);
        while (open.TryPop(out var topic))
        {
            if (topic.Shape != EntryShape.Lead && topic.Section.Anchor is { } anchor)
            {
                topics.TryAdd(anchor, topic);
            }

            foreach (var child in topic.Children)
            {
                open.Push(child);
            }
        }

        return topics;
    }
}
