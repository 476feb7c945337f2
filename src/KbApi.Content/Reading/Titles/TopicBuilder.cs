using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Titles;

/// <summary>Divides a document into topics: by its headings, and below them by paragraphs that are bold or slanted as a whole.</summary>
internal sealed class TopicBuilder(DocumentContext context)
{
    private const int MaxLeadLength = 250;
    private const int MinStatements = 3;
    private const int MinBlanksInStatement = 2;

    private readonly TitleReader _titles = new(context);
    private readonly RepeatedLeads _repeated = new(context);
    private readonly LabelReader _labels = new(context.Lexicon);
    private readonly NumberedTitles _numbered = new(context);
    private readonly WrappedProblems _wrapped = new(context);

    /// <summary>The document as a topic.</summary>
    /// <param name="title">Its title where no heading gives one; empty otherwise.</param>
    public Topic Build(InlineText title)
    {
        var preamble = context.Outline.Sections[0];
        var hasHeading = preamble.Children.Exists(c => c.Level == 1);
        var kind = title.IsEmpty ? (hasHeading ? TitleKind.Neutral : KindOfUntitled(preamble)) : context.FileCode is not null ? TitleKind.Code : _titles.ReadOfDocument(title);
        var root = new Topic
        {
            Shape = EntryShape.Document,
            Section = preamble,
            Parent = null,
            Title = hasHeading ? InlineText.Empty : title,
            Kind = kind,
            Start = title.Span.Start,
            TitleEnd = title.Span.End,
        };
        Fill(root, preamble, preamble.Children.Count(c => c.Level == 1) == 1);
        return root;
    }

    /// <summary>The kind of a document that has no title, as those have that are included in others: in a guide a third of its headings name problems.</summary>
    private TitleKind KindOfUntitled(OutlineSection document)
    {
        var stated = document.Children.Count(c => _titles.Read(c.Title) is TitleKind.States or TitleKind.Asks or TitleKind.Names);
        return stated >= MinStatements && stated * 3 >= document.Children.Count ? TitleKind.Guide : TitleKind.Neutral;
    }

    private void Fill(Topic topic, OutlineSection section, bool hasOneTitle)
    {
        var current = topic;
        var blocks = _wrapped.Unwrap(section.Blocks, topic.Kind);
        var repeated = IsAmongProblems(topic) ? _repeated.Find(blocks) : null;
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph && ReadLead(paragraph, topic, repeated?.Contains(paragraph) == true) is { } lead)
            {
                topic.Children.Add(lead);
                current = lead;
            }
            else
            {
                // A lead-in with a text of its own has said what it is about: the next symptom is another one's.
                current = !current.Rest.IsEmpty && block is ParagraphBlock labelled && OpensWithSymptom(labelled) ? topic : current;
                current.Blocks.Add(block);
            }
        }

        var numbers = _numbered.NumbersOf(section);
        for (var i = 0; i < section.Children.Count; i++)
        {
            var child = section.Children[i];
            var number = numbers?[i] ?? InlineText.Empty;
            var span = InlineTextReader.SpanOf(child.Heading!);
            var isDocument = child.Level == 1 && hasOneTitle;
            var below = new Topic
            {
                Shape = isDocument ? EntryShape.Document : EntryShape.Heading,
                Section = child,
                Parent = topic,
                Title = child.Title,
                Kind = isDocument ? _titles.ReadOfDocument(child.Title)
                    : number.IsEmpty ? KindOf(child, topic)
                    : _numbered.IsSuccess(child.Title, number) ? TitleKind.Excluded : TitleKind.Code,
                Number = number,
                Start = span.Start,
                TitleEnd = span.End,
            };
            topic.Children.Add(below);
            Fill(below, child, hasOneTitle);
        }
    }

    /// <summary>The kind of a heading. "Troubleshooting" labels what to do about one problem, or is the title of a guide where problems are stated below it.</summary>
    private TitleKind KindOf(OutlineSection section, Topic above)
    {
        var kind = _titles.Read(section.Title);
        if (kind == TitleKind.Neutral && IsAmongProblems(above) && TitleForm.OpensWithErrorName(TitleForm.Plain(section.Title.Text)))
        {
            return TitleKind.Names;
        }

        return kind == TitleKind.Label && section.Children.Exists(c => _titles.Read(c.Title) is TitleKind.States or TitleKind.Asks or TitleKind.Code)
            && _titles.ReadOfDocument(section.Title) is TitleKind.Guide or TitleKind.Collection ? TitleKind.Guide : kind;
    }

    private bool OpensWithSymptom(ParagraphBlock paragraph)
    {
        if (!MarkedBeginning.IsPossible(paragraph))
        {
            return false;
        }

        var text = context.Inlines.Read(paragraph);
        return text.Marks.FirstOrDefault(m => m.Kind == InlineMarkKind.Strong) is { Start: 0, Length: > 0 } mark && _labels.Find(text.TextOf(mark)) == LabelRole.Symptom;
    }

    private static bool IsAmongProblems(Topic topic) => topic.Kind is TitleKind.Guide or TitleKind.Collection || topic.IsInGuide;

    private Topic? ReadLead(ParagraphBlock paragraph, Topic topic, bool isRepeated)
    {
        if (!MarkedBeginning.IsPossible(paragraph))
        {
            return null;
        }

        var text = context.Inlines.Read(paragraph);
        var mark = text.Marks.FirstOrDefault(m => m.Kind is InlineMarkKind.Strong or InlineMarkKind.Emphasis && m.Start == 0);
        if (mark.Length is < 3 or > MaxLeadLength)
        {
            return null;
        }

        var title = text.To(mark.End);
        if (string.IsNullOrWhiteSpace(title.Text))
        {
            return null;
        }

        var rest = text.From(mark.End);
        var isWhole = rest.Text.AsSpan().Trim(" .").IsEmpty && mark.End + 1 >= text.Text.TrimEnd().Length;
        var isAnnounced = title.Text.TrimEnd()[^1] is ':' or '\uFF1A';
        var isAmong = IsAmongProblems(topic);
        if (isAnnounced && mark.Kind == InlineMarkKind.Strong && (!isWhole || isAmong))
        {
            title = title.To(title.Text.AsSpan().TrimEnd(" :\uFF1A").Length);
        }
        else if (isAnnounced)
        {
            return null;
        }

        var kind = _titles.Read(title);
        if (title.IsEmpty || kind == TitleKind.Label || _labels.Find(title.Text) is not null)
        {
            return null;
        }

        var says = kind is TitleKind.Code or TitleKind.States || (isAmong && (kind is TitleKind.Denies or TitleKind.Message || (kind == TitleKind.Names && title.Text.AsSpan().Count(' ') >= MinBlanksInStatement)));
        var isLead = isRepeated || (isWhole
            ? text.Text.Length <= MaxLeadLength && (!isAnnounced || kind == TitleKind.Code || (kind is TitleKind.States or TitleKind.Denies && !PointsOn(title.Text)))
            : mark.Kind == InlineMarkKind.Strong && says && IsSetOff(text.Text, mark.End));
        return !isLead ? null : new Topic
        {
            Shape = EntryShape.Lead,
            Section = topic.Section,
            Parent = topic,
            Title = title,
            Kind = kind,
            Start = InlineTextReader.SpanOf(paragraph).Start,
            TitleEnd = InlineTextReader.EndOf(paragraph),
            IsRepeated = isRepeated,
            Rest = isWhole ? InlineText.Empty : rest,
        };
    }

    /// <summary>Whether a line in bold with a colon only says that an error follows: <c>An error is displayed:</c>.</summary>
    private bool PointsOn(string line) =>
        line.AsSpan().Count(' ') < MinBlanksInStatement || context.Lexicon.Problems.KindsIn(line).Has(ProblemCue.Evidence);

    /// <summary>Whether a colon, a dash or a line break stands between the lead-in, with what is in brackets behind it, and the rest of its paragraph.</summary>
    private static bool IsSetOff(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        rest = rest is ['(', ..] && rest.IndexOf(')') is > 0 and var close ? rest[(close + 1)..].TrimStart(' ') : rest;
        return text[end - 1] is ':' or '.' or '?' or '\uFF1A' || rest is [':' or '\uFF1A' or '\n' or '-' or '\u2013' or '\u2014', ..];
    }
}
