using System.Collections.Immutable;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Tables;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// Reads what stands below a title into parts: by labels that are headings (<c>### Cause</c>), bold lead-ins (<c>**Cause:** …</c>),
/// attribute lines (<c>{: tsCauses}</c>) or the first cells of a table.
/// </summary>
internal sealed class LabelledContent(DocumentContext context)
{
    private readonly LabelReader _labels = new(context.Lexicon);
    private readonly KeyValueTable _keyValues = new(context);
    private readonly AttributeLines _attributes = new(context);
    private readonly FailureExample _examples = new(context);
    private readonly RepeatedMessages _messages = new(context);

    private readonly List<DraftPart> _parts = [];

    public ImmutableArray<DraftPart> Read(Topic topic)
    {
        _parts.Clear();
        AddIfAny(ColumnRole.Description, topic.Rest, _parts);
        ReadAll(topic, ColumnRole.Description, _parts);
        return [.. _parts];
    }

    /// <summary>Adds what stands below a label, in its role.</summary>
    public void ReadLabelled(Topic label, List<DraftPart> parts) =>
        ReadAll(label, LabelOf(label) is { } role ? RoleBelow(role, label.Title.Text) : ColumnRole.Description, parts);

    /// <summary>The roles that labels right below a title give.</summary>
    public RoleSet RolesIn(Topic topic)
    {
        var roles = default(RoleSet);
        foreach (var child in topic.Children)
        {
            if (LabelOf(child) is { } label)
            {
                roles = roles.With(RoleOf(label));
            }
        }

        foreach (var block in topic.Blocks)
        {
            if (block is Table table)
            {
                foreach (var part in _keyValues.Read(table))
                {
                    roles = roles.With(part.Role == ColumnRole.Description ? ColumnRole.Symptom : part.Role);
                }
            }
            else if (block is ParagraphBlock paragraph)
            {
                var leads = LeadInsOf(paragraph);
                for (var i = 0; i < leads.Count; i++)
                {
                    roles = roles.With(RoleOf(leads[i].Label));
                }
            }
        }

        return roles;
    }

    /// <summary>Whether a heading right below a title is a word for a resolution and nothing else: no step, method or option with its number.</summary>
    public bool IsAnswered(Topic topic) => topic.Children.Exists(c =>
        c.Kind == TitleKind.Label && _labels.Find(TitleForm.Plain(c.Title.Text)) is LabelRole.Resolution or LabelRole.Workaround && !c.Title.Text.AsSpan().ContainsAnyInRange('0', '9'));

    /// <summary>Whether a paragraph right below a title opens with a label of a role.</summary>
    public bool HasLeadIn(Topic topic, LabelRole role) => topic.Blocks.Exists(b => b is ParagraphBlock paragraph && LeadInsOf(paragraph).Any(lead => lead.Label == role));

    public LabelRole? LabelOf(Topic topic) => topic.Kind == TitleKind.Label
        ? _labels.Find(TitleForm.Plain(topic.Title.Text)) ?? _labels.FindIntroduced(TitleForm.Plain(topic.Title.Text))
        : null;

    private void ReadAll(Topic topic, ColumnRole role, List<DraftPart> parts)
    {
        var last = ReadBlocks(topic, role, parts);
        foreach (var child in topic.Children)
        {
            var below = LabelOf(child) is { } label ? RoleBelow(label, child.Title.Text)
                : child.Shape == EntryShape.Lead ? last
                : child.Kind == TitleKind.Excluded ? ColumnRole.Other
                : role;
            if (child.Shape == EntryShape.Lead && !child.Title.IsEmpty)
            {
                parts.Add(new DraftPart(below, child.Title));
            }

            AddIfAny(_messages.RoleOf(below, child.Rest), child.Rest, parts);
            ReadAll(child, below, parts);
        }
    }

    private static void AddIfAny(ColumnRole role, InlineText text, List<DraftPart> parts)
    {
        if (!text.IsEmpty)
        {
            parts.Add(new DraftPart(role, text));
        }
    }

    private ColumnRole ReadBlocks(Topic topic, ColumnRole role, List<DraftPart> parts)
    {
        Block? before = null;
        foreach (var block in topic.Blocks)
        {
            var isFirst = before is null;
            var isShown = role is ColumnRole.Description or ColumnRole.Cause && (before is null ? _examples.IsReport(block) : _examples.IsShown(before, block));
            before = block;
            if (block is Table table)
            {
                parts.AddRange(_keyValues.Read(table));
                continue;
            }

            var text = context.Inlines.Read(block);
            var roleOfBlock = role;
            if (block is ParagraphBlock paragraph)
            {
                if (LeadInsOf(paragraph) is { Count: > 0 } leads)
                {
                    for (var i = 0; i < leads.Count - 1; i++)
                    {
                        AddIfAny(RoleOf(leads[i].Label), leads[i].Text, parts);
                    }

                    role = RoleBelow(leads[^1].Label, leads.Count == 1 ? BoldBeginning(text) : "");
                    text = leads[^1].Text;
                    roleOfBlock = _messages.RoleOf(role, text);
                }
                else
                {
                    roleOfBlock = _attributes.RoleOf(text) ?? _messages.RoleOf(role, text);
                }
            }
            else if (isShown)
            {
                roleOfBlock = ColumnRole.Message;
            }
            else if (role is ColumnRole.Symptom or ColumnRole.Message)
            {
                roleOfBlock = block is CodeBlock || (block is QuoteBlock && !text.MarksOf(InlineMarkKind.Alert).Any()) ? ColumnRole.Message : ColumnRole.Symptom;
            }

            if (isFirst && roleOfBlock == ColumnRole.Description && _messages.IsOfCode(topic, block, text))
            {
                (roleOfBlock, isShown) = (ColumnRole.Message, true);
            }

            if (!text.IsEmpty)
            {
                parts.Add(new DraftPart(roleOfBlock, text, IsExample: isShown, IsCode: block is CodeBlock));

                // What follows a message says when it is shown, or "or".
                role = role == ColumnRole.Message ? ColumnRole.Symptom : role;
            }
        }

        return role;
    }

    /// <summary>
    /// The labels of a paragraph, each with what follows it: one in bold or on a short line that opens it, and others in bold behind that, as where
    /// each label has a line. Empty where none opens it.
    /// </summary>
    public IReadOnlyList<(LabelRole Label, InlineText Text)> LeadInsOf(ParagraphBlock paragraph)
    {
        var isShort = MarkedBeginning.IsShortLine(paragraph);
        if (!isShort && !MarkedBeginning.IsPossible(paragraph))
        {
            return [];
        }

        var text = context.Inlines.Read(paragraph);
        var mark = text.Marks.FirstOrDefault(m => m.Kind == InlineMarkKind.Strong);
        if (mark.Length > 0 && mark.Start == 0 && _labels.Find(text.TextOf(mark)) is { } label)
        {
            return Divided(text, mark, label);
        }

        return isShort && LabelOfLine(text) is { } line ? [line] : [];
    }

    /// <summary>The text behind a label, divided at other labels in bold with a colon.</summary>
    private List<(LabelRole Label, InlineText Text)> Divided(InlineText text, InlineMark first, LabelRole label)
    {
        var leads = new List<(LabelRole Label, InlineText Text)>();
        var start = first.End;
        foreach (var mark in text.Marks)
        {
            if (mark.Kind == InlineMarkKind.Strong && mark.Start > start && EndsInColon(text.Text, mark) && char.IsWhiteSpace(text.Text[mark.Start - 1]) && _labels.Find(text.TextOf(mark)) is { } next)
            {
                leads.Add((label, text.To(mark.Start).From(start)));
                (label, start) = (next, mark.End);
            }
        }

        leads.Add((label, text.From(start)));
        return leads;
    }

    private static bool EndsInColon(string text, InlineMark mark) =>
        text[mark.End - 1] is ':' or '\uFF1A' || (mark.End < text.Length && text[mark.End] is ':' or '\uFF1A');

    /// <summary>
    /// The label that a line is, or that more text follows behind a colon: <c>Solution: wrong certificate</c>. Words for a problem
    /// stand alone on a line above other things too: "Wrong:" before an example.
    /// </summary>
    private (LabelRole Label, InlineText Text)? LabelOfLine(InlineText line) =>
        _labels.Find(line.Text) is { } label && IsAnswer(label) ? (label, InlineText.Empty)
        : _labels.FindIntroduced(line.Text) is { } introduced && IsAnswer(introduced) ? (introduced, line)
        : null;

    private static bool IsAnswer(LabelRole label) => label is LabelRole.Cause or LabelRole.Resolution or LabelRole.Workaround;

    /// <summary>The role of what stands below a label; below "Error message" it is a message where it is written as one.</summary>
    private ColumnRole RoleBelow(LabelRole label, string words) =>
        label == LabelRole.Symptom && context.Lexicon.HeaderLookup.TryGetValue(LabelText.Normalize(words), out var header) && header == ColumnRole.Message ? ColumnRole.Message : RoleOf(label);

    private static string BoldBeginning(InlineText text) =>
        text.FirstMark(InlineMarkKind.Strong) is { Start: 0 } mark ? text.TextOf(mark).ToString() : "";

    public static ColumnRole RoleOf(LabelRole label) => label switch
    {
        LabelRole.Symptom => ColumnRole.Symptom,
        LabelRole.Cause => ColumnRole.Cause,
        LabelRole.Description => ColumnRole.Description,
        LabelRole.Resolution or LabelRole.Workaround => ColumnRole.Resolution,
        _ => ColumnRole.Other,
    };
}
