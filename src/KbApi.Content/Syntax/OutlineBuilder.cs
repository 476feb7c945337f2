using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Orders the top-level blocks of a document under its headings.</summary>
internal static class OutlineBuilder
{
    private const string TabPrefix = "#tab/";
    private const int MaxLevel = 6;

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
            else if (block is ThematicBreakBlock && current.IsTab)
            {
                // The end of the tabs: what follows stands beside them.
                current = current.Parent!;
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
        var title = reader.Read(heading);
        var isTab = title.FirstMark(InlineMarkKind.Link) is { Start: 0, Target: { } target } && target.StartsWith(TabPrefix, StringComparison.Ordinal);
        var parent = isTab && before.IsTab ? before.Parent! : before;
        while (!isTab && parent.Level >= heading.Level && parent.Parent is not null)
        {
            parent = parent.Parent;
        }

        var explicitAnchor = title.FirstMark(InlineMarkKind.Anchor)?.Target ?? (heading as HtmlHeading)?.Anchor;
        var section = new OutlineSection
        {
            Heading = heading,
            Level = isTab ? Math.Min(MaxLevel, parent.Level + 1) : heading.Level,
            IsTab = isTab,
            Title = title,
            Anchor = anchors.Take(explicitAnchor, title.Text),
            HasExplicitAnchor = explicitAnchor is not null,
            Parent = parent,
        };
        parent.Children.Add(section);
        return section;
    }
}
