using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>Reads lists whose items state a problem each: <c>- **E1001**: …</c>, <c>* "message" …</c>, or a sentence that says what does not work.</summary>
internal sealed class ListProblems(DocumentContext context)
{
    private readonly TitleReader _titles = new(context);
    private readonly ItemTitles _items = new(context);

    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        var isCollection = topic.IsInCollection || topic.Kind == TitleKind.Collection;
        var isAmong = isCollection || topic.IsInGuide || topic.Kind == TitleKind.Guide || IsGuide(topic);
        var drafts = new List<EntryDraft>();
        Block? before = null;
        foreach (var block in topic.Blocks)
        {
            if (block is ListBlock list && !(before is ParagraphBlock && context.Inlines.Read(before).KindsIn(context.Lexicon).Has(ProblemCue.Choice)))
            {
                drafts.AddRange(ReadList(list, topic, isCollection, isAmong));
            }

            before = block;
        }

        return drafts;
    }

    /// <summary>Whether a title that labels a part of a problem is that of a guide where there is no problem above it: "Troubleshooting" in a text about something else.</summary>
    public bool IsGuide(Topic topic) => topic.Kind == TitleKind.Label && _titles.ReadOfDocument(topic.Title) is TitleKind.Guide or TitleKind.Collection;

    private List<EntryDraft> ReadList(ListBlock list, Topic topic, bool isCollection, bool isAmong)
    {
        if (isAmong && ListReading.Items(list).Count(item => ListReading.IsQuestion(item, context.Inlines)) * 2 > list.Count)
        {
            return ReadQuestions(list, topic);
        }

        var found = new List<(ListItemBlock Item, InlineText Text, ItemTitle Title)>();
        var (codes, named) = (0, 0);
        foreach (var item in ListReading.Items(list))
        {
            var text = ListReading.OwnText(item, context.Inlines);
            if (_items.Find(item, text, isCollection, isAmong) is { } title)
            {
                codes += title.IsCode && IsOfError(text, title.Text.Text) ? 1 : 0;
                named += title.IsName ? 1 : 0;
                found.Add((item, text, title));
            }
        }

        // Where a third of those that have a title are problems, and two of three items have one, those that only have a name and tell what to do are problems, too.
        if ((found.Count - named) * 3 < found.Count || found.Count * 3 < list.Count * 2)
        {
            found.RemoveAll(static f => f.Title.IsName);
        }

        // In a list right below "Known issues", a third of whose items state problems, all are; elsewhere among problems most of them have to.
        var areKnown = topic.Kind == TitleKind.Collection && found.Count > 1 ? found.Count * 3 >= list.Count : found.Count * 2 > list.Count;
        if (areKnown && isCollection && codes == 0 && named == 0)
        {
            found = WithOthers(list, found);
        }

        return found.Count * 2 > list.Count && (isAmong || (codes * 2 > list.Count && codes > 1)) ? found.ConvertAll(f => Draft(f.Item, topic, f.Title.Text, f.Text)) : [];
    }

    /// <summary>All items of a list in order, the problems that were found among them; but for those that tell what to do or lead elsewhere.</summary>
    private List<(ListItemBlock Item, InlineText Text, ItemTitle Title)> WithOthers(ListBlock list, List<(ListItemBlock Item, InlineText Text, ItemTitle Title)> found)
    {
        var all = new List<(ListItemBlock Item, InlineText Text, ItemTitle Title)>(list.Count);
        var next = 0;
        foreach (var item in ListReading.Items(list))
        {
            if (next < found.Count && found[next].Item == item)
            {
                all.Add(found[next++]);
            }
            else if (ListReading.OwnText(item, context.Inlines) is var text && _items.SentenceOf(text) is { } title)
            {
                all.Add((item, text, title));
            }
        }

        return all;
    }

    /// <summary>Whether an item that opens with a code is about an error anywhere: constants name everything else as well, and a link to another site leads to a ticket.</summary>
    private bool IsOfError(InlineText item, string title)
    {
        if (context.Codes.Scan(title, CodeContext.Name) is not [var first, ..])
        {
            return true;
        }

        return first.Code.Scheme switch
        {
            BuiltInSchemes.Constant or BuiltInSchemes.Symbol => ErrorNames.IsError(first.Code) || item.KindsIn(context.Lexicon).SaysProblem,
            BuiltInSchemes.Prefixed => item.FirstMark(InlineMarkKind.Link) is not { Start: 0, Target: { } target } || !target.Contains("://", StringComparison.Ordinal),
            _ => true,
        };
    }

    /// <summary>Of a list of questions, those that state a problem. The rest of the item answers.</summary>
    private List<EntryDraft> ReadQuestions(ListBlock list, Topic topic)
    {
        var drafts = new List<EntryDraft>();
        foreach (var item in ListReading.Items(list))
        {
            var question = ListReading.FirstParagraph(item, context.Inlines);
            var text = ListReading.OwnText(item, context.Inlines);
            if (!question.IsEmpty && text.Text.StartsWith(question.Text, StringComparison.Ordinal)
                && context.Lexicon.Problems.IsIn(ProblemCue.Failure, question.Text) && !context.Lexicon.Problems.Begins(ProblemCue.HowTo, question.Text))
            {
                drafts.Add(Draft(item, topic, text.To(question.Text.Length), text));
            }
        }

        return drafts;
    }

    private EntryDraft Draft(ListItemBlock item, Topic topic, InlineText title, InlineText text)
    {
        var rest = text.From(title.Text.Length);
        var parts = new List<DraftPart> { new(ColumnRole.Symptom, title) };
        if (!rest.IsEmpty)
        {
            parts.Add(new DraftPart(ColumnRole.Description, rest));
        }

        foreach (var below in item.OfType<ListBlock>().Select(context.Inlines.Read).Where(t => !t.IsEmpty))
        {
            parts.Add(new DraftPart(ColumnRole.Description, below));
        }

        return new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(InlineTextReader.SpanOf(item)),
            Section = topic.Section,
            Title = title,
            Number = _items.IsCode(title.Text) ? title : InlineText.Empty,
            Parts = [.. parts],
            Source = LogSource.Find(topic.Section, context.Lexicon),
        };
    }
}
