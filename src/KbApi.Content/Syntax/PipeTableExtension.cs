using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KbApi.Content.Syntax;

/// <summary>
/// Reads pipe tables line by line while blocks are found. Markdig's own extension finds them afterwards among the inlines of
/// one paragraph, which is quadratic in the rows and multiplies ragged ones into millions of cells.
/// </summary>
internal sealed class PipeTableExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new PipeTableParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html
            && !html.ObjectRenderers.Contains<HtmlTableRenderer>())
        {
            html.ObjectRenderers.Add(new HtmlTableRenderer());
        }
    }
}
