using Markdig.Syntax;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>
/// Gives admonitions the shape that they have in other dialects: alerts are quoted, what has any other title is a section that is
/// opened by it, as a <c>details</c> element is, and the content of tabs stands where it stands.
/// </summary>
internal static class Admonitions
{
    public static void Shape(MarkdownDocument document, AlertWords words) => ShapeIn(document, document, words);

    private static void ShapeIn(ContainerBlock container, MarkdownDocument document, AlertWords words)
    {
        var hasAny = false;
        foreach (var child in container)
        {
            hasAny |= child is AdmonitionBlock;
            if (child is ContainerBlock inner)
            {
                ShapeIn(inner, document, words);
            }
        }

        if (!hasAny)
        {
            return;
        }

        Block[] children = [.. container];
        container.Clear();
        foreach (var child in children)
        {
            if (child is AdmonitionBlock admonition)
            {
                Unwrap(admonition, container, document, words);
            }
            else
            {
                container.Add(child);
            }
        }
    }

    private static void Unwrap(AdmonitionBlock admonition, ContainerBlock container, MarkdownDocument document, AlertWords words)
    {
        Block[] content = [.. admonition];
        admonition.Clear();
        var alert = words.KindOf(admonition.Kind);
        if (alert is not null)
        {
            var quote = new AlertBlock(admonition.Parser!, alert) { Line = admonition.Line, Column = admonition.Column, Span = admonition.Span, QuoteChar = '>' };
            AddAll(admonition.Title is { } title ? [title, .. content] : content, quote);
            container.Add(quote);
            return;
        }

        var isSection = admonition is { Kind.Length: > 0, Title: not null } && DocumentLimits.Of(document, admonition.Span.End).Headings.TryAdd(admonition.Span.Start);
        if (isSection)
        {
            container.Add(new HtmlHeading(admonition.Title!, admonition.Span.Start));
        }

        AddAll(content, container);
        if (isSection)
        {
            container.Add(new DetailsEnd(admonition.Span.End + 1));
        }
    }

    private static void AddAll(Block[] blocks, ContainerBlock container)
    {
        foreach (var block in blocks)
        {
            container.Add(block);
        }
    }
}
