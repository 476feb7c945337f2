namespace KbApi.Rules.Logs.Reading;

/// <summary>Finds where events begin and end in XML, without reading them: only tags count, and what is written as a comment or as CDATA is passed over.</summary>
internal static class XmlSplitter
{
    private const string Name = "Event";

    /// <summary>What stands at the place that was found.</summary>
    public enum Mark
    {
        None,
        Event,

        /// <summary>A comment that does not end in the text.</summary>
        Comment,

        /// <summary>A document type, which no log has.</summary>
        DocumentType,
    }

    /// <summary>The first place that matters: where an event begins, or what keeps from telling where one does.</summary>
    public static (Mark Mark, int Start) FindStart(ReadOnlySpan<char> text)
    {
        for (var i = 0; ;)
        {
            var tag = text[i..].IndexOf('<');
            if (tag < 0)
            {
                return (Mark.None, 0);
            }

            i += tag;
            if (text[i..].StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                return (Mark.DocumentType, i);
            }

            if (text[i..].StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = text[i..].IndexOf("-->", StringComparison.Ordinal);
                if (end < 0)
                {
                    return (Mark.Comment, i);
                }

                i += end;
            }
            else if (IsTag(text[(i + 1)..]))
            {
                return (Mark.Event, i);
            }

            i++;
        }
    }

    /// <summary>The length of the event that a text begins with; -1 where its end is not there.</summary>
    /// <param name="text">The text, from the event's first character.</param>
    /// <param name="nextStart">Where another event begins before this one ends, else -1: then this one is broken.</param>
    public static int FindEnd(ReadOnlySpan<char> text, out int nextStart)
    {
        nextStart = -1;
        for (var i = 1; ;)
        {
            var tag = text[i..].IndexOf('<');
            if (tag < 0)
            {
                // An event may be empty: <Event/>.
                return -1;
            }

            i += tag;
            var rest = text[i..];
            if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal) || rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = rest.IndexOf(rest[2] == '[' ? "]]>" : "-->", StringComparison.Ordinal);
                if (end < 0)
                {
                    return -1;
                }

                i += end;
            }
            else if (rest.StartsWith("</", StringComparison.Ordinal) && IsTag(rest[2..]))
            {
                var end = rest.IndexOf('>');
                return end < 0 ? -1 : i + end + 1;
            }
            else if (IsTag(rest[1..]))
            {
                nextStart = i;
                return -1;
            }

            i++;
        }
    }

    /// <summary>Whether the name of a tag is that of an event, not one that begins alike.</summary>
    private static bool IsTag(ReadOnlySpan<char> text) =>
        text.StartsWith(Name, StringComparison.Ordinal) && text.Length > Name.Length && (char.IsWhiteSpace(text[Name.Length]) || text[Name.Length] is '>' or '/');
}
