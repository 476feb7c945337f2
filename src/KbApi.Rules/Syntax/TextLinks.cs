using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>A link or a picture as it is written.</summary>
/// <param name="IsImage">Whether it is a picture.</param>
/// <param name="Text">What stands in the brackets.</param>
/// <param name="Target">What stands in the parentheses, titles included.</param>
/// <param name="TargetSpan">The characters in the parentheses.</param>
/// <param name="Span">All of it.</param>
internal readonly record struct TextLink(bool IsImage, string Text, string Target, TextSpan TargetSpan, TextSpan Span)
{
    /// <summary>The address without a title and without angle brackets.</summary>
    public string Address
    {
        get
        {
            var target = Target.Trim();
            if (target is ['<', .. var rest])
            {
                return rest.Split('>')[0];
            }

            var blank = target.IndexOf(' ', StringComparison.Ordinal);
            return blank < 0 ? target : target[..blank];
        }
    }
}

/// <summary>Finds inline links and pictures, line by line; code is left out.</summary>
internal static class TextLinks
{
    public static IEnumerable<TextLink> In(DocumentSyntax document)
    {
        var text = document.Text.Content;
        foreach (var line in document.TextLines)
        {
            for (var at = Next(text, line.Span.Start, line.Span.End); at >= 0;)
            {
                var end = CloseOf(text, at + 2, line.Span.End);
                if (end < 0)
                {
                    break;
                }

                var open = text.LastIndexOf('[', at - 1, at - line.Span.Start);
                if (open >= 0 && !document.IsCode(at))
                {
                    var isImage = open > line.Span.Start && text[open - 1] == '!';
                    var target = TextSpan.FromBounds(at + 2, end);
                    yield return new TextLink(isImage, text[(open + 1)..at], text[(at + 2)..end], target, TextSpan.FromBounds(isImage ? open - 1 : open, end + 1));
                }

                at = Next(text, end, line.Span.End);
            }
        }
    }

    private static int Next(string text, int start, int end)
    {
        var found = text.AsSpan(start, end - start).IndexOf("](");
        return found <= 0 ? -1 : start + found;
    }

    /// <summary>The parenthesis that closes a target; pairs of parentheses in it belong to it.</summary>
    private static int CloseOf(string text, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0)
            {
                return i;
            }
        }

        return -1;
    }
}
