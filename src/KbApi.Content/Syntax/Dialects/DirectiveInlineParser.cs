using Markdig.Helpers;
using Markdig.Parsers;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>Directives in a text: <c>:::image source="x.png":::</c> is an image, <c>:::no-loc text="x":::</c> its text.</summary>
internal sealed class DirectiveInlineParser : InlineParser
{
    private const string Fence = DirectiveLine.Fence;

    public DirectiveInlineParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = DialectText.Ahead(slice);
        if (!text.StartsWith(Fence, StringComparison.Ordinal))
        {
            return false;
        }

        var end = text[Fence.Length..].IndexOf(Fence, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var directive = text[Fence.Length..(Fence.Length + end)];
        var length = end + (2 * Fence.Length);
        return DirectiveLine.NameOf(directive) switch
        {
            "image" => DialectText.Take(processor, ref slice, length, new HiddenInline { Kind = InlineMarkKind.Image, Target = HtmlAttribute.Find(directive, "source") }),
            "no-loc" => DialectText.Take(processor, ref slice, length, Untranslated(processor, slice, directive)),
            _ => false,
        };
    }

    /// <summary>What is not to be translated is what screens and logs show.</summary>
    private static HiddenInline Untranslated(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> directive)
    {
        var value = HtmlAttribute.Find(directive, "text") ?? "";
        var offset = Fence.Length + directive.IndexOf(value, StringComparison.Ordinal);
        return new HiddenInline { Text = value, TextStart = processor.GetSourcePosition(slice.Start + offset), Kind = InlineMarkKind.Code };
    }
}
