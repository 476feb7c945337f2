using KbApi.Content.Syntax.Dialects;
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
        OutlineSection? quoting = null;
        AddAll(document);
        return new Outline { Sections = sections };

        void AddAll(ContainerBlock blocks)
        {
            foreach (var block in blocks)
            {
                Add(block);
            }
        }

        void Add(Block block)
        {
            if (block is HeadingBlock heading)
            {
                current = Open(heading, current, quoting, reader, anchors);
                sections.Add(current);
            }
            else if (HoldsSections(block))
            {
                // What follows a quotation stands where the quotation does.
                var (around, outer) = (current, quoting);
                quoting = current;
                AddAll((QuoteBlock)block);
                (current, quoting) = (around, outer);
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
    }

    /// <summary>Whether a block is a quotation with headings of its own, as where a whole article is quoted.</summary>
    private static bool HoldsSections(Block block)
    {
        if (block is not QuoteBlock quote || block is AlertBlock)
        {
            return false;
        }

        foreach (var inner in quote)
        {
            if (inner is HeadingBlock || HoldsSections(inner))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="heading">The heading.</param>
    /// <param name="before">The section that was open before it.</param>
    /// <param name="quoting">The section with the quotation that the heading stands in, or null.</param>
    /// <param name="reader">Reads the title.</param>
    /// <param name="anchors">The anchors that are taken.</param>
    private static OutlineSection Open(HeadingBlock heading, OutlineSection before, OutlineSection? quoting, InlineTextReader reader, AnchorNames anchors)
    {
        var level = quoting is null ? heading.Level : Math.Clamp(heading.Level, Math.Min(MaxLevel, quoting.Level + 1), MaxLevel);
        var title = reader.Read(heading);
        var isTab = title.FirstMark(InlineMarkKind.Link) is { Start: 0, Target: { } target } && target.StartsWith(TabPrefix, StringComparison.Ordinal);
        var parent = isTab && before.IsTab ? before.Parent! : before;
        var isSummary = heading is HtmlHeading { IsSummary: true };
        while (!isTab && !isSummary && parent != quoting && parent.Level >= level && parent.Parent is not null && !HoldsBelow(parent, level))
        {
            parent = parent.Parent;
        }

        var explicitAnchor = title.FirstMark(InlineMarkKind.Anchor)?.Target ?? (heading as HtmlHeading)?.Anchor;
        var section = new OutlineSection
        {
            Heading = heading,
            Level = isTab ? Math.Min(MaxLevel, parent.Level + 1) : isSummary ? Math.Clamp(parent.Level + 1, BelowTitle, MaxLevel) : level,
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
