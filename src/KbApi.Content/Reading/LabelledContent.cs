using KbApi.Content.Lexicons;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;


namespace KbApi.Content.Reading;

/// <summary>Reads what stands below a heading into parts: by labels that are headings (<c>### Cause</c>) and bold lead-ins (<c>**Cause:** …</c>).</summary>
internal sealed class LabelledContent(DocumentContext context)
{
    public List<DraftPart> Read(OutlineSection section)
    {
        var parts = new List<DraftPart>();
        ReadBlocks(section, ColumnRole.Description, parts);
        foreach (var child in section.Children)
        {
            if (LabelOf(child.Title.Text) is { } label)
            {
                ReadAll(child, RoleOf(label), parts);
            }
        }

        return parts;
    }

    /// <summary>Whether anything below the heading is labelled. Looks no closer than it has to.</summary>
    public bool HasLabels(OutlineSection section) =>
        section.Children.Any(c => LabelOf(c.Title.Text) is not null)
        || section.Blocks.Any(b => b is ParagraphBlock paragraph && BeginsBold(paragraph) && LeadIn(context.Inlines.Read(b)) is not null);

    /// <summary>The label that a heading or lead-in is, or null where it says something of its own.</summary>
    public LabelRole? LabelOf(ReadOnlySpan<char> title)
    {
        if (title.Length is 0 or > 60)
        {
            return null;
        }

        return context.Lexicon.Labels.TryGetValue(LabelText.Normalize(title), out var role)
            || context.Lexicon.Labels.TryGetValue(LabelText.NormalizeWithoutNumber(title), out role)
            ? role
            : null;
    }

    private void ReadAll(OutlineSection section, ColumnRole role, List<DraftPart> parts)
    {
        ReadBlocks(section, role, parts);
        foreach (var child in section.Children)
        {
            ReadAll(child, LabelOf(child.Title.Text) is { } label ? RoleOf(label) : role, parts);
        }
    }

    private void ReadBlocks(OutlineSection section, ColumnRole role, List<DraftPart> parts)
    {
        foreach (var block in section.Blocks)
        {
            if (block is Table)
            {
                continue;
            }

            var text = context.Inlines.Read(block);
            if (block is ParagraphBlock && LeadIn(text) is { } lead)
            {
                role = RoleOf(lead.Label);
                text = lead.Text;
            }

            if (!text.IsEmpty)
            {
                parts.Add(new DraftPart(role, text));
            }
        }
    }

    /// <summary>The label that opens a paragraph in bold, and what follows it.</summary>
    private (LabelRole Label, InlineText Text)? LeadIn(InlineText text)
    {
        var mark = text.Marks.FirstOrDefault(m => m.Kind == InlineMarkKind.Strong);
        return mark.Length > 0 && mark.Start == 0 && LabelOf(text.TextOf(mark)) is { } label
            ? (label, text.From(mark.End))
            : null;
    }

    /// <summary>Whether a paragraph's first characters are those of bold text; saves reading those that can hold no label.</summary>
    private static bool BeginsBold(ParagraphBlock paragraph) =>
        paragraph.Lines.Count > 0 && paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart() is ['*', '*', ..] or ['_', '_', ..];

    private static ColumnRole RoleOf(LabelRole label) => label switch
    {
        LabelRole.Symptom => ColumnRole.Symptom,
        LabelRole.Cause => ColumnRole.Cause,
        LabelRole.Description => ColumnRole.Description,
        LabelRole.Resolution or LabelRole.Workaround => ColumnRole.Resolution,
        _ => ColumnRole.Other,
    };
}
