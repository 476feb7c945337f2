using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>A problem below a title, and how sure it is that it is one.</summary>
internal readonly record struct FoundProblem(ProblemCertainty Certainty, EntryDraft Draft);

/// <summary>Tells topics that are problems themselves from those that only gather others, in tables or below further titles.</summary>
/// <param name="context">What is known of the document.</param>
/// <param name="content">Reads what is labelled in it.</param>
/// <param name="tabled">The sections whose problems stand in tables.</param>
internal sealed class Gathering(DocumentContext context, LabelledContent content, IReadOnlySet<OutlineSection> tabled)
{
    /// <summary>Whether the problems of a topic are the rows of a table in it. One that is a code itself says more about that code there.</summary>
    public bool IsTabled(Topic topic) => topic.Kind is not (TitleKind.Code or TitleKind.Symbol)
        ? tabled.Contains(topic.Section)
        : NamesRange(topic.Title.Text) && (tabled.Contains(topic.Section) || topic.Children.Exists(c => tabled.Contains(c.Section)));

    /// <summary>Whether a title that only has a word for problems stands above sections whose problems are rows.</summary>
    public bool GathersTables(Topic topic) =>
        topic.Kind == TitleKind.Names && topic.Shape == EntryShape.Heading && topic.Blocks.Count <= 1 && topic.Children.Exists(c => c.Shape == EntryShape.Heading && c.Kind != TitleKind.Label && tabled.Contains(c.Section));

    /// <summary>Whether a title names several codes of a family, as in <c>Errors C2100 through C2199</c>.</summary>
    private bool NamesRange(string title) =>
        context.Codes.Scan(title, CodeContext.Name) is [var first, .., var last] && first.Code.Scheme == last.Code.Scheme;

    /// <summary>Whether a topic only gathers the problems below it.</summary>
    public bool GivesWay(Topic topic, ProblemCertainty certainty, ReadOnlySpan<FoundProblem> below)
    {
        if (below.IsEmpty)
        {
            return false;
        }

        if (certainty < ProblemCertainty.Certain)
        {
            // Bold sentences below a heading that states a problem are its causes.
            var stronger = CountOf(below, ProblemCertainty.Stated, out var first);
            var isStated = topic is { Kind: TitleKind.States, Shape: EntryShape.Heading } && !topic.Title.KindsIn(context.Lexicon).Has(ProblemCue.Choice) && AreLeads(below);
            return !isStated && (stronger > 1 || (stronger == 1 && topic.Kind == TitleKind.Names) || (stronger == 1 && topic.Shape == EntryShape.Document && !(topic.Kind == TitleKind.States && first!.Shape == EntryShape.Heading) && !topic.Blocks.Exists(b => b is Markdig.Syntax.ListBlock)));
        }

        return CountOf(below, ProblemCertainty.Certain, out _) > 1 && !content.RolesIn(topic).Contains(ColumnRole.Resolution);
    }

    private static bool AreLeads(ReadOnlySpan<FoundProblem> found)
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
    private static int CountOf(ReadOnlySpan<FoundProblem> found, ProblemCertainty least, out EntryDraft? first)
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
}
