using KbApi.Content.Text;

namespace KbApi.Rules.Syntax;

/// <summary>An absolute address in a text.</summary>
/// <param name="IsSecure">Whether it begins with <c>https</c>.</param>
/// <param name="IsLink">Whether it is the target of a link; otherwise it stands in running text.</param>
/// <param name="Host">The host.</param>
/// <param name="Path">What follows the host.</param>
/// <param name="Span">All of it.</param>
internal readonly record struct Address(bool IsSecure, bool IsLink, string Host, string Path, TextSpan Span);

/// <summary>Finds absolute addresses, line by line; code is left out.</summary>
internal static class Addresses
{
    private const string Secure = "https://";
    private const string Plain = "http://";

    public static IEnumerable<Address> In(DocumentSyntax document)
    {
        var text = document.Text.Content;
        foreach (var line in document.TextLines)
        {
            for (var at = Next(text, line.Span.Start, line.Span.End); at >= 0;)
            {
                var isSecure = text.AsSpan(at).StartsWith(Secure);
                var host = at + (isSecure ? Secure : Plain).Length;
                var slash = EndOf(text, host, line.Span.End, isHost: true);
                var end = EndOf(text, slash, line.Span.End, isHost: false);
                if (!document.IsCode(at))
                {
                    yield return new Address(isSecure, IsTarget(text, at, line.Span.Start), text[host..slash], text[slash..end], TextSpan.FromBounds(at, end));
                }

                at = Next(text, end, line.Span.End);
            }
        }
    }

    private static int Next(string text, int start, int end)
    {
        var rest = text.AsSpan(start, end - start);
        var found = rest.IndexOf("http");
        while (found >= 0 && !rest[found..].StartsWith(Secure) && !rest[found..].StartsWith(Plain))
        {
            var next = rest[(found + 1)..].IndexOf("http");
            found = next < 0 ? -1 : found + 1 + next;
        }

        return found < 0 ? -1 : start + found;
    }

    private static int EndOf(string text, int start, int end, bool isHost)
    {
        var i = start;
        while (i < end && (isHost ? char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-' : !char.IsWhiteSpace(text[i]) && !"|<>\"')]`\u201D".Contains(text[i], StringComparison.Ordinal)))
        {
            i++;
        }

        return i;
    }

    private static bool IsTarget(string text, int at, int lineStart) =>
        (at - 2 >= lineStart && text[at - 1] == '(' && text[at - 2] == ']')
        || text.AsSpan(lineStart, at - lineStart).TrimEnd().EndsWith("]:")
        || text.AsSpan(lineStart, at - lineStart).EndsWith("href=\"")
        || (at > lineStart && text[at - 1] == '<');
}
