using System.Globalization;
using KbApi.Content.Syntax.Includes;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>What the generators of documentation sites add to Markdown, read as their readers see it.</summary>
internal sealed class DialectExtension(AlertWords words) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new DirectiveBlockParser(words));
        pipeline.BlockParsers.Insert(1, new AdmonitionBlockParser());
        InlineParser[] parsers = [new IncludeInlineParser(), new LiquidLinkParser(), new MarkerInlineParser(words), new TemplateInlineParser(), new DirectiveInlineParser(), new XrefInlineParser(), new ExpressionTagParser()];
        foreach (var parser in parsers)
        {
            pipeline.InlineParsers.InsertBefore<LinkInlineParser>(parser);
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
        {
            html.ObjectRenderers.Insert(0, new AlertRenderer());
            html.ObjectRenderers.Insert(0, new HiddenInlineRenderer());
            html.ObjectRenderers.Insert(0, new HtmlHeadingRenderer());
        }
    }

    private sealed class HiddenInlineRenderer : HtmlObjectRenderer<HiddenInline>
    {
        protected override void Write(HtmlRenderer renderer, HiddenInline obj)
        {
            if (obj.Kind == InlineMarkKind.Alert)
            {
                WriteKind(renderer, obj.Target!);
            }
            else
            {
                renderer.WriteEscape(obj.Text);
            }
        }
    }

    private sealed class AlertRenderer : HtmlObjectRenderer<AlertBlock>
    {
        protected override void Write(HtmlRenderer renderer, AlertBlock obj)
        {
            renderer.EnsureLine();
            renderer.WriteLine(renderer.EnableHtmlForBlock ? "<blockquote>" : "");
            WriteKind(renderer, obj.Kind);
            renderer.WriteChildren(obj);
            renderer.WriteLine(renderer.EnableHtmlForBlock ? "</blockquote>" : "");
            renderer.EnsureLine();
        }
    }

    private sealed class HtmlHeadingRenderer : HtmlObjectRenderer<HtmlHeading>
    {
        protected override void Write(HtmlRenderer renderer, HtmlHeading obj)
        {
            var level = obj.Level.ToString(CultureInfo.InvariantCulture);
            renderer.EnsureLine();
            renderer.Write(renderer.EnableHtmlForBlock ? $"<h{level}>" : "").WriteLeafInline(obj.Content).WriteLine(renderer.EnableHtmlForBlock ? $"</h{level}>" : "");
            renderer.EnsureLine();
        }
    }

    private static void WriteKind(HtmlRenderer renderer, string kind) =>
        renderer.Write(renderer.EnableHtmlForInline ? "<strong>" : "").WriteEscape(kind).Write(renderer.EnableHtmlForInline ? "</strong> " : ": ");
}
