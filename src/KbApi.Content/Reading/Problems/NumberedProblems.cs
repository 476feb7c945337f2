using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Reads lists and runs of paragraphs that give each code a line: <c>9402 — The image was too large</c>. Years and counts open lines
/// in the same way, so a title above has to speak of errors or events.
/// </summary>
internal sealed class NumberedProblems(DocumentContext context)
{
    private const int MinItems = 3;
    private const int MaxHeadLength = 60;
    private const int MinDigits = 3;
    private const int MaxDigits = 6;
    private const int MinNameLength = 4;

    /// <summary>So many numbers from 400 to 599, and fewer others, are those of errors whatever the title says.</summary>
    private const int MinStatuses = 5;

    /// <summary>The problems right below a topic's title; none where it is no such list.</summary>
    public IReadOnlyList<EntryDraft> Read(Topic topic)
    {
        if (!topic.Blocks.Exists(static b => b is ListBlock || (b is ParagraphBlock p && MayOpenWithNumber(p))))
        {
            return [];
        }

        var isAbout = TitlesAbove.Any(context, topic.Section, SaysCodes);

        // Where a title says that codes are collected, exit codes of a digit are, too.
        var least = topic.Kind == TitleKind.Collection ? 1 : MinDigits;
        var drafts = new List<EntryDraft>();
        var paragraphs = new List<Block>();
        foreach (var block in topic.Blocks)
        {
            if (block is ListBlock list && MayBeNumbered(list))
            {
                AddAll(topic, isAbout, least, list, drafts);
            }
            else if (block is ParagraphBlock paragraph && MayOpenWithNumber(paragraph))
            {
                paragraphs.Add(paragraph);
            }
        }

        AddAll(topic, isAbout, least, paragraphs, drafts);
        return drafts;
    }

    private static bool MayOpenWithNumber(ParagraphBlock paragraph) => IsRead(paragraph) || StartOf(paragraph) is [>= '0' and <= '9', ..];

    /// <summary>Whether enough items may open with a number. Most open with a letter, and need not be read to know that.</summary>
    private static bool MayBeNumbered(ListBlock list)
    {
        var count = list.Count;
        foreach (var item in list)
        {
            var opensWithLetter = ((ListItemBlock)item).FirstOrDefault() is ParagraphBlock paragraph && !IsRead(paragraph) && StartOf(paragraph) is [var start, ..] && char.IsLetter(start);
            count -= opensWithLetter ? 1 : 0;
        }

        return count >= MinItems && count * 2 > list.Count;
    }

    /// <summary>Whether the parser has taken the lines away already.</summary>
    private static bool IsRead(ParagraphBlock paragraph) => paragraph.Inline is not null || paragraph.Lines.Count == 0;

    /// <summary>The first line without the mark-up that it may open with.</summary>
    private static ReadOnlySpan<char> StartOf(ParagraphBlock paragraph) => paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart(" `*");

    private bool SaysCodes(PhraseKinds title) =>
        title.Has(ProblemCue.Name) || title.Has(ProblemCue.Collection) || title.Has(ProblemCue.Guide) || title.Has(context.Lexicon.Event);

    private InlineText TextOf(Block block) => block is ListItemBlock item ? ListReading.OwnText(item, context.Inlines) : context.Inlines.Read(block);

    private void AddAll(Topic topic, bool isAbout, int leastDigits, IReadOnlyList<Block> blocks, List<EntryDraft> drafts)
    {
        var found = new List<(Block Block, InlineText Text, Opening Opening)>();
        HashSet<string>? numbers = null;
        var hasZero = false;
        var replies = 0;
        var last = "";
        var isCollected = topic.Kind == TitleKind.Collection || topic.IsInCollection;
        for (var i = 0; i < blocks.Count; i++)
        {
            var (block, text) = (blocks[i], TextOf(blocks[i]));
            var opening = OpeningOf(text.Text, leastDigits);
            opening = opening.RestStart == 0 ? MarkedOpeningOf(text, leastDigits) : opening;
            if (opening.RestStart == 0)
            {
                continue;
            }

            var first = text.Text[..opening.FirstEnd];
            if (first == "0")
            {
                hasZero = true;
                continue;
            }

            last = first;
            if (IsReply(first) && !(isCollected && text.KindsIn(context.Lexicon).SaysProblem))
            {
                replies++;
                continue;
            }

            if ((numbers ??= new HashSet<string>(StringComparer.Ordinal)).Add(first))
            {
                found.Add((block, text, opening));
            }
        }

        // Numbers that only count the items are none.
        var numbered = found.Count + replies;
        var counts = !hasZero && last == numbered.ToString(CultureInfo.InvariantCulture);
        var isListed = isAbout && (replies == 0 || isCollected);
        var areStatuses = found.Count >= MinStatuses && found.Count > replies && found.TrueForAll(static f => HttpStatuses.IsErrorNumber(f.Text.Text.AsSpan(0, f.Opening.FirstEnd)));
        if ((isListed || areStatuses) && numbered >= MinItems && numbered * 2 > blocks.Count && !counts)
        {
            foreach (var (block, text, opening) in found)
            {
                drafts.Add(Draft(topic, block, text, opening));
            }
        }
    }

    /// <summary>Whether a number is below those that servers answer to what fails: a list that has them explains replies, those of success too. Source: RFC 9110, 15, and RFC 5321, 4.2.1.</summary>
    private static bool IsReply(string number) => number.Length == MinDigits && number[0] < '4';

    /// <summary>The numbers that a text opens with and where the text behind the dash or colon after them begins; 0 where there is none.</summary>
    private static Opening OpeningOf(string text, int leastDigits)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < leastDigits || digits is 0 or > MaxDigits)
        {
            return default;
        }

        var head = text.AsSpan(0, Math.Min(text.Length, MaxHeadLength));
        var end = head[digits..].IndexOfAny(":\u2013\u2014\uFF1A") is >= 0 and var sign ? digits + sign : -1;
        var dash = head[digits..].IndexOf("- ");
        end = dash >= 0 && (end < 0 || digits + dash < end) ? digits + dash : end;
        if (end < 0)
        {
            return default;
        }

        var rest = end + 1;
        while (rest < text.Length && char.IsWhiteSpace(text[rest]))
        {
            rest++;
        }

        return rest < text.Length ? new Opening(digits, end, rest) : default;
    }

    /// <summary>The number in marks that a text opens with and that words follow: <c>`421` Service not available</c>.</summary>
    private static Opening MarkedOpeningOf(InlineText text, int leastDigits)
    {
        var mark = text.Marks.FirstOrDefault(static m => m.Start == 0 && m.Kind is InlineMarkKind.Code or InlineMarkKind.Strong && m.Length > 0);
        var isNumber = mark.Length >= leastDigits && mark.Length is > 0 and <= MaxDigits && !text.Text.AsSpan(0, mark.Length).ContainsAnyExceptInRange('0', '9');
        return isNumber && text.Text.AsSpan(mark.Length) is [' ', var next, ..] && char.IsLetter(next) ? new Opening(mark.Length, mark.Length, mark.Length + 1) : default;
    }

    private EntryDraft Draft(Topic topic, Block block, InlineText text, Opening opening)
    {
        var rest = text.From(opening.RestStart);
        var name = NameOf(text.To(opening.HeadEnd), opening.FirstEnd);
        var statement = SentenceSplitter.First(TextRange.All(rest), context.Lexicon);
        var end = name.IsEmpty ? statement.End : 0;
        var parts = new List<DraftPart> { new(ColumnRole.Code, text.To(opening.HeadEnd)), new(ColumnRole.Symptom, name.IsEmpty ? rest.To(end) : name) };
        if (rest.From(end) is { IsEmpty: false } more)
        {
            parts.Add(new DraftPart(ColumnRole.Description, more));
        }

        if (block is ListItemBlock item)
        {
            parts.AddRange(item.OfType<ListBlock>().Select(l => new DraftPart(ColumnRole.Description, context.Inlines.Read(l))).Where(p => !p.Text.IsEmpty));
        }

        return new EntryDraft
        {
            Shape = EntryShape.Lead,
            Span = context.Trimmed(InlineTextReader.SpanOf(block)),
            Section = topic.Section,
            Parts = [.. parts],
            Source = LogSource.Find(topic.Section, context.Lexicon),
            IsEvent = LogSource.IsAboutEvents(topic.Section, context.Lexicon),
        };
    }

    /// <summary>The words behind the number that name the error, as in <c>404 Not Found: …</c>; empty where other numbers follow or nothing does.</summary>
    private static InlineText NameOf(InlineText head, int numberEnd)
    {
        var name = head.Text.AsSpan(numberEnd);
        var start = numberEnd + name.Length - name.TrimStart(" -").Length;
        return start < head.Text.Length && char.IsLetter(head.Text[start]) && name.Count(' ') > 0 && !name.ContainsAnyInRange('0', '9') && name.TrimEnd().Length - (start - numberEnd) >= MinNameLength ? head.From(start) : InlineText.Empty;
    }

    /// <param name="FirstEnd">Where the first number ends.</param>
    /// <param name="HeadEnd">Where the dash or colon stands.</param>
    /// <param name="RestStart">Where the text behind it begins.</param>
    private readonly record struct Opening(int FirstEnd, int HeadEnd, int RestStart);
}
