using System.Runtime.InteropServices;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading.Problems;

/// <summary>Reads the problems of a document that are no rows of tables: headings, lead-ins, list items, the document itself.</summary>
internal sealed class ProblemReader
{
    private readonly DocumentContext _context;
    private readonly LabelledContent _content;
    private readonly ProblemJudge _judge;
    private readonly LabelledPairs _pairs;
    private readonly LabelledGroups _groups;
    private readonly ListProblems _lists;
    private readonly NumberedProblems _numbered;
    private readonly DefinitionProblems _definitions;
    private readonly AnsweredQuestions _questions;
    private readonly Gathering _gathering;

    /// <param name="context">What is known of the document.</param>
    /// <param name="tabled">The sections whose problems stand in tables.</param>
    public ProblemReader(DocumentContext context, IReadOnlySet<OutlineSection> tabled)
    {
        _context = context;
        _content = new LabelledContent(context);
        _judge = new ProblemJudge(context, _content);
        _gathering = new Gathering(context, _content, tabled);
        _pairs = new LabelledPairs(context, _content);
        _groups = new LabelledGroups(context, _content);
        _lists = new ListProblems(context);
        _numbered = new NumberedProblems(context);
        _definitions = new DefinitionProblems(context);
        _questions = new AnsweredQuestions(context);
    }

    /// <summary>The drafts of a document.</summary>
    public List<EntryDraft> Read(Topic document)
    {
        var found = new List<FoundProblem>();
        Find(document, found);
        return found.ConvertAll(f => f.Draft);
    }

    /// <summary>Adds the problems in a topic: the topic itself, or those below it, or none.</summary>
    private void Find(Topic topic, List<FoundProblem> found)
    {
        if (topic.Kind == TitleKind.Excluded && topic.Parent is not null && topic.Shape != EntryShape.Document)
        {
            return;
        }

        if (_pairs.Read(topic) is { Count: > 0 } pairs)
        {
            Add(pairs, ProblemCertainty.Certain, found);
            return;
        }

        var start = found.Count;
        var ofParts = FindBelow(topic, found);
        if (Listed(topic) is { Count: > 0 } listed)
        {
            found.AddRange(ofParts ?? []);
            Add(listed, ProblemCertainty.Certain, found);
            return;
        }

        var certainty = topic.Shape != EntryShape.Lead && (_gathering.IsTabled(topic) || _gathering.GathersTables(topic)) ? ProblemCertainty.None : _judge.Judge(topic);
        var givesWay = certainty == ProblemCertainty.None || _gathering.GivesWay(topic, certainty, CollectionsMarshal.AsSpan(found)[start..]);
        var mayList = givesWay ? topic.Kind is not (TitleKind.Label or TitleKind.HowTo) || _lists.IsGuide(topic) : certainty == ProblemCertainty.Likely;
        IReadOnlyList<EntryDraft> items = mayList ? _lists.Read(topic) : [];
        if (givesWay || items.Count > 0)
        {
            found.AddRange(ofParts ?? []);
            Add(items, ProblemCertainty.Stated, found);
            return;
        }

        // What stands below it is part of it.
        found.RemoveRange(start, found.Count - start);
        found.Add(new FoundProblem(certainty, Draft(topic)));
    }

    /// <summary>Adds the problems below a topic, but for those that stand below the label of a part of it: these are returned, or null where there are none.</summary>
    private List<FoundProblem>? FindBelow(Topic topic, List<FoundProblem> found)
    {
        List<FoundProblem>? ofParts = null;
        var siblings = topic.Kind is TitleKind.Collection or TitleKind.Guide || (topic.IsInGuide && topic.HasHeadings) ? new Siblings(topic.Kind == TitleKind.Collection) : null;
        foreach (var child in topic.Children)
        {
            var target = child.Kind == TitleKind.Label ? ofParts ??= [] : found;
            var start = target.Count;
            Find(child, target);
            siblings?.Add(child, IsIn(child, CollectionsMarshal.AsSpan(target)[start..]), target.Count > start);
        }

        foreach (var sibling in siblings?.LeftOut ?? [])
        {
            if (topic.Kind == TitleKind.Collection || (topic.Kind == TitleKind.Guide && _judge.IsSolved(sibling)) || TitleForm.IsCheck(sibling.Title.Text))
            {
                found.Add(new FoundProblem(ProblemCertainty.Likely, Draft(sibling)));
            }
        }

        return ofParts;
    }

    /// <summary>The problems right below a title that need none of their own: labels, numbers or terms set them apart.</summary>
    private IReadOnlyList<EntryDraft> Listed(Topic topic)
    {
        if (_groups.Read(topic) is { Count: > 0 } groups)
        {
            return groups;
        }

        if (_questions.Read(topic) is { Count: > 0 } questions)
        {
            return questions;
        }

        if (topic.Kind == TitleKind.Code)
        {
            return [];
        }

        return _numbered.Read(topic) is { Count: > 0 } numbered ? numbered : _definitions.Read(topic);
    }

    private static void Add(IReadOnlyList<EntryDraft> drafts, ProblemCertainty certainty, List<FoundProblem> found)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            found.Add(new FoundProblem(certainty, drafts[i]));
        }
    }

    private static bool IsIn(Topic topic, ReadOnlySpan<FoundProblem> found)
    {
        foreach (ref readonly var problem in found)
        {
            if (ReferenceEquals(problem.Draft.Title, topic.Title))
            {
                return true;
            }
        }

        return false;
    }

    private EntryDraft Draft(Topic topic) => new()
    {
        Shape = topic.Shape,
        Span = _context.Trimmed(TextSpan.FromBounds(topic.Start, Math.Max(topic.Start, topic.End))),
        Section = topic.Section,
        Title = topic.Title,
        Number = topic.Number,
        Parts = _content.Read(topic),
        IsLabelled = true,
        Source = LogSource.Find(topic.Section, _context.Lexicon),
    };
}
