using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Orders the top-level blocks of a document under its headings.</summary>
internal static class OutlineBuilder
{
    public static Outline Build(MarkdownDocument document, InlineTextReader reader)
    {
        var anchors = new AnchorNames();
        var preamble = new OutlineSection
        {
            Heading = null,
            Level = 0,
            Title = InlineText.Empty,
            Anchor = null,
            HasExplicitAnchor = false,
            Parent = null,
        };
        var sections = new List<OutlineSection> { preamble };
        var current = preamble;
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
            {
                current = Open(heading, current, reader, anchors);
                sections.Add(current);
            }
            else if (block is not (YamlFrontMatterBlock or LinkReferenceDefinitionGroup))
            {
                current.Blocks.Add(block);
            }
        }

        return new Outline { Sections = sections };
    }

    private static OutlineSection Open(HeadingBlock heading, OutlineSection before, InlineTextReader reader, AnchorNames anchors)
    {
        var parent = before;
        while (parent.Level >= heading.Level && parent.Parent is not null)
        {
            parent = parent.Parent;
        }

        var title = reader.Read(heading);
        var explicitAnchor = title.FirstMark(InlineMarkKind.Anchor)?.Target;
        var section = new OutlineSection
        {
            Heading = heading,
            Level = heading.Level,
            Title = title,
            Anchor = anchors.Take(explicitAnchor, title.Text),
            HasExplicitAnchor = explicitAnchor is not null,
            Parent = parent,
        };
        parent.Children.Add(section);
        return section;
    }
}
