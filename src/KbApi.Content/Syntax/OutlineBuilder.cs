using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Syntax;

/// <summary>Orders the top-level blocks of a document under its headings.</summary>
internal static class OutlineBuilder
{
    private const string TabPrefix = "#tab/";
    private const int MaxLevel = 6;

    /// <summary>The level of what stands below a document's title.</summary>
    private const int BelowTitle = 2;

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
            else if (block is DetailsEnd)
            {
                current = current.SelfAndAncestors().FirstOrDefault(s => s.IsSummary)?.Parent ?? current;
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
        var isSummary = heading is HtmlHeading { IsSummary: true };
        while (!isTab && !isSummary && parent.Level >= heading.Level && parent.Parent is not null && !HoldsBelow(parent, heading.Level))
        {
            parent = parent.Parent;
        }

        var explicitAnchor = title.FirstMark(InlineMarkKind.Anchor)?.Target ?? (heading as HtmlHeading)?.Anchor;
        var section = new OutlineSection
        {
            Heading = heading,
            Level = isTab ? Math.Min(MaxLevel, parent.Level + 1) : isSummary ? Math.Clamp(parent.Level + 1, BelowTitle, MaxLevel) : heading.Level,
            IsTab = isTab,
            IsSummary = isSummary,
            Title = title,
            Anchor = anchors.Take(explicitAnchor, title.Text),
            HasExplicitAnchor = explicitAnchor is not null,
            Parent = parent,
        };
        parent.Children.Add(section);
        return section;
    }

    /// <summary>Whether a heading stands in an element that hides details: one of a level below that of the section around it.</summary>
    private static bool HoldsBelow(OutlineSection section, int level) => section.IsSummary && level > section.Parent!.Level;
}
