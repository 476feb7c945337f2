using System.Runtime.InteropServices;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Reading;

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
    private readonly IReadOnlySet<OutlineSection> _tabled;

    /// <param name="context">What is known of the document.</param>
    /// <param name="tabled">The sections whose problems stand in tables.</param>
    public ProblemReader(DocumentContext context, IReadOnlySet<OutlineSection> tabled)
    {
        _tabled = tabled;
        _context = context;
        _content = new LabelledContent(context);
        _judge = new ProblemJudge(context, _content);
        _pairs = new LabelledPairs(context, _content);
        _groups = new LabelledGroups(context, _content);
        _lists = new ListProblems(context);
        _numbered = new NumberedProblems(context);
        _definitions = new DefinitionProblems(context);
    }

    /// <summary>The drafts of a document.</summary>
    public List<EntryDraft> Read(Topic document)
    {
        var found = new List<Found>();
        Find(document, found);
        return found.ConvertAll(f => f.Draft);
    }

    /// <summary>Adds the problems in a topic: the topic itself, or those below it, or none.</summary>
    private void Find(Topic topic, List<Found> found)
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

        var certainty = topic.Shape != EntryShape.Lead && (IsTabled(topic) || GathersTables(topic)) ? ProblemCertainty.None : _judge.Judge(topic);
        var givesWay = certainty == ProblemCertainty.None || GivesWay(topic, certainty, CollectionsMarshal.AsSpan(found)[start..]);
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
        found.Add(new Found(certainty, Draft(topic)));
    }

    /// <summary>Adds the problems below a topic, but for those that stand below the label of a part of it: these are returned, or null where there are none.</summary>
    private List<Found>? FindBelow(Topic topic, List<Found> found)
    {
        List<Found>? ofParts = null;
        var siblings = topic.Kind is TitleKind.Collection or TitleKind.Guide || topic.IsInGuide ? new Siblings(topic.Kind == TitleKind.Collection) : null;
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
                found.Add(new Found(ProblemCertainty.Likely, Draft(sibling)));
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

        if (topic.Kind == TitleKind.Code)
        {
            return [];
        }

        return _numbered.Read(topic) is { Count: > 0 } numbered ? numbered : _definitions.Read(topic);
    }

    private static void Add(IReadOnlyList<EntryDraft> drafts, ProblemCertainty certainty, List<Found> found)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            found.Add(new Found(certainty, drafts[i]));
        }
    }

    private static bool IsIn(Topic topic, ReadOnlySpan<Found> found)
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

    /// <summary>Whether the problems of a topic are the rows of a table in it. One that is a code itself says more about that code there.</summary>
    private bool IsTabled(Topic topic) => topic.Kind is not (TitleKind.Code or TitleKind.Symbol)
        ? _tabled.Contains(topic.Section)
        : NamesRange(topic.Title.Text) && (_tabled.Contains(topic.Section) || topic.Children.Exists(c => _tabled.Contains(c.Section)));

    /// <summary>Whether a title that only has a word for problems stands above sections whose problems are rows.</summary>
    private bool GathersTables(Topic topic) =>
        topic.Kind == TitleKind.Names && topic.Shape == EntryShape.Heading && topic.Blocks.Count <= 1 && topic.Children.Exists(c => c.Shape == EntryShape.Heading && c.Kind != TitleKind.Label && _tabled.Contains(c.Section));

    /// <summary>Whether a title names several codes of a family, as in <c>Errors C2100 through C2199</c>.</summary>
    private bool NamesRange(string title) =>
        _context.Codes.Scan(title, CodeContext.Name) is [var first, .., var last] && first.Code.Scheme == last.Code.Scheme;

    /// <summary>Whether a topic only gathers the problems below it.</summary>
    private bool GivesWay(Topic topic, ProblemCertainty certainty, ReadOnlySpan<Found> below)
    {
        if (below.IsEmpty)
        {
            return false;
        }

        if (certainty < ProblemCertainty.Certain)
        {
            // Bold sentences below a heading that states a problem are its causes.
            var stronger = CountOf(below, ProblemCertainty.Stated, out var first);
            var isStated = topic is { Kind: TitleKind.States, Shape: EntryShape.Heading } && !topic.Title.KindsIn(_context.Lexicon).Has(ProblemCue.Choice) && AreLeads(below);
            return !isStated && (stronger > 1 || (stronger == 1 && topic.Kind == TitleKind.Names) || (stronger == 1 && topic.Shape == EntryShape.Document && !(topic.Kind == TitleKind.States && first!.Shape == EntryShape.Heading) && !topic.Blocks.Exists(b => b is Markdig.Syntax.ListBlock)));
        }

        return CountOf(below, ProblemCertainty.Certain, out _) > 1 && !_content.RolesIn(topic).Contains(ColumnRole.Resolution);
    }

    private static bool AreLeads(ReadOnlySpan<Found> found)
    {
        foreach (ref readonly var problem in found)
        {
            if (problem.Draft.Shape != EntryShape.Lead)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many problems are at least so certain, and the first of them. One that a heading states is one of the causes, where the title above states a problem itself.</summary>
    private static int CountOf(ReadOnlySpan<Found> found, ProblemCertainty least, out EntryDraft? first)
    {
        first = null;
        var count = 0;
        foreach (ref readonly var problem in found)
        {
            if (problem.Certainty >= least)
            {
                first ??= problem.Draft;
                count++;
            }
        }

        return count;
    }

    private EntryDraft Draft(Topic topic) => new()
    {
        Shape = topic.Shape,
        Span = _context.Trimmed(TextSpan.FromBounds(topic.Start, Math.Max(topic.Start, topic.End))),
        Section = topic.Section,
        Title = topic.Title,
        Parts = _content.Read(topic),
        IsLabelled = true,
        Source = LogSource.Find(topic.Section, _context.Lexicon),
    };

    /// <summary>
    /// The headings of a collection. Where most of them are problems, those that only name something are, too: "common problems" are
    /// what stands under it.
    /// </summary>
    /// <param name="isCollection">Whether the title collects problems; below others, headings may be about anything else as well.</param>
    private sealed class Siblings(bool isCollection)
    {
        private const int MinProblems = 2;

        /// <summary>How many problems there have to be for each other heading where the title does not say that it collects them.</summary>
        private const int MinShare = 2;

        private readonly List<Topic> _open = [];
        private int _problems;
        private int _names;

        /// <summary>Below a title about errors, names that are headings one after the other are those of errors.</summary>
        public IEnumerable<Topic> LeftOut => (_problems >= MinProblems && _problems >= _open.Count * (isCollection ? 1 : MinShare)) || (isCollection && _names >= MinProblems && _names * 2 > _open.Count) ? _open : [];

        public void Add(Topic topic, bool isProblem, bool hasProblems)
        {
            _problems += isProblem ? 1 : 0;
            if (!hasProblems && topic.Shape == EntryShape.Heading && topic.Kind is TitleKind.Neutral or TitleKind.Names or TitleKind.Symbol && topic.Blocks is [not Markdig.Extensions.Tables.Table, ..])
            {
                _open.Add(topic);
                _names += IsName(topic.Title.Text) ? 1 : 0;
            }
        }
    }

    private static bool IsName(ReadOnlySpan<char> title) =>
        Word.IsSnakeCase(title) || Word.IsSymbol(title) || Word.IsConstant(title) || (!title.Contains(' ') && title.Contains('_'));

    private readonly record struct Found(ProblemCertainty Certainty, EntryDraft Draft);
}
