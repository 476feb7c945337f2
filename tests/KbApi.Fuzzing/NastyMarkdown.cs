using System.Globalization;
using System.Text;

namespace KbApi.Fuzzing;

/// <summary>
/// Writes documents of every kind of mark-up inside every other: tables in tables, lists in cells, fences that never end, links over tags,
/// includes, shortcodes. The same numbers give the same document.
/// </summary>
/// <param name="random">Where the choices come from.</param>
public sealed class NastyMarkdown(Random random)
{
    private const int MaxDepth = 4;

    private static readonly string[] Words =
    [
        "Error", "0x80070005", "SSPR_0009", "fails", "Restart", "the", "service.", "31003", "\u65E5\u672C\u8A9E", "\U0001F600", "Event ID", "k\u00F6r", "It\u2019s", "\"no such user\"", "5 times in 1 hour,",
        "<name>", "{0}", "{{name}}", "%1", "&nbsp;", "&lt;a&gt;", "\\|", "\\*", "http://a.b/c?d=1", "a@b.c", "\u00A0", "\u202E", "-2147024891", "ER\\_X", "\uFEFF", "\0", "cannot", "Solution:",
    ];

    private static readonly string[] Titles = ["Error 0x80070005", "Event ID 31003", "The sync does not start", "Cause", "Resolution", "Symptoms", "Known issues", "Contact support", "L\u00F6sning", "AADSTS50058: x"];

    private static readonly string[] Lines =
    [
        "::: zone pivot=\"a\"", ":::warning", ":::", "::: moniker range=\">=2\"", ":::row:::", ":::image type=\"complex\" source=\"a.png\" alt-text=\"b\":::", ":::image-end:::", "{% include a.html %}", "{{< note >}}",
        "{: .note }", "***", "---", "===", "</td></tr>", "<details>", "</table>", "# [Tab](#tab/a)", "##Glued", "#<a name=\"b\"></a>Glued", "[a]: b.md", "[!INCLUDE [a](b.md)]", "<!--", "-->", "<pre>", "</pre>", "<h2>Title", "</h2>",
        "import A from 'b';", "> [!div class=\"x\"]", "```", "~~~", "|---|---|", "| a", "\t- b", "     c", "<dl><dt>a<dd>b", "<Tabs items={[1]}>", "    ", "$$", "title: x",
    ];

    private readonly StringBuilder _text = new();

    /// <summary>A document of about so many blocks.</summary>
    public string Write(int blocks)
    {
        _text.Clear();
        if (random.Next(4) == 0)
        {
            _text.Append("---\n").Append("title: ").Append(Inline(1)).Append('\n').Append(Pick(Lines)).Append("\n---\n");
        }

        for (var i = 0; i < blocks; i++)
        {
            Block("", 0);
        }

        var text = _text.ToString();
        return random.Next(5) == 0 ? text.ReplaceLineEndings("\r\n") : text;
    }

    private void Block(string indent, int depth)
    {
        switch (random.Next(depth < MaxDepth ? 12 : 5))
        {
            case 0:
                Line(indent, new string('#', random.Next(1, 8)) + (random.Next(5) == 0 ? "" : " ") + (random.Next(2) == 0 ? Pick(Titles) : Inline(2)) + Pick("", " {#id}", " ##", "<a name=\"c\"></a>"));
                break;
            case 1:
                Line(indent, Pick(Lines));
                break;
            case 2 or 3:
                Line(indent, Inline(3) + Pick("", "  ", "\\", "<br>"));
                Line(indent, Pick("", "", Inline(2), Pick(Lines)));
                break;
            case 4:
                Line(indent, "");
                break;
            case 5:
                Table(indent);
                break;
            case 6:
                Container(indent, Pick("- ", "* ", "1. ", "12) "), depth);
                break;
            case 7:
                Container(indent, Pick("> ", ">", "> [!NOTE]\n" + indent + "> ", "> [!WARNING] "), depth);
                break;
            case 8:
                var fence = Pick("```", "~~~", "````");
                Line(indent, fence + Pick("", "sql", "{.x}"));
                Line(indent, Inline(2));
                Line(indent, Pick(fence, "", fence + "`"));
                break;
            case 9:
                Line(indent, "<table>" + Html(depth) + Pick("</table>", ""));
                break;
            case 10:
                Container(indent, Pick(":::note\n", "<div>\n", "<td>\n", "<h2>\n"), depth);
                Line(indent, Pick(":::", "</div>", "</td>", "</h2>", ""));
                break;
            default:
                Line(indent, $"**{Pick(Titles)}**{Pick("", ":", " ")}{Inline(1)}");
                break;
        }
    }

    private void Container(string indent, string marker, int depth)
    {
        var start = _text.Length;
        var inner = indent + (marker.StartsWith('>') ? "> " : new string(' ', marker.EndsWith('\n') ? 0 : marker.Length));
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Block(inner, depth + 1);
        }

        _text.Insert(Math.Min(_text.Length, start + indent.Length), marker);
    }

    private void Table(string indent)
    {
        var columns = random.Next(1, 5);
        Line(indent, Row(columns, _ => Pick("Error", "Code", "Cause", "Solution", "", "**Symptom**", "Beskrivning")));
        Line(indent, Row(columns, _ => Pick("---", ":-:", "-", "--:")));
        for (var i = random.Next(0, 6); i > 0; i--)
        {
            Line(indent, Row(Math.Max(1, columns + random.Next(-1, 2)), _ => random.Next(4) == 0 ? Html(2) : Inline(2)));
        }
    }

    private string Row(int columns, Func<int, string> cell) => Pick("|", "", "| ") + string.Join(Pick("|", " | "), Enumerable.Range(0, columns).Select(cell)) + Pick("|", "", " |  ");

    private string Html(int depth)
    {
        var tag = Pick("tr", "td", "th", "ul", "li", "ol", "dl", "dt", "dd", "p", "b", "table", "pre", "code", "h3", "thead");
        var content = depth < MaxDepth && random.Next(2) == 0 ? Html(depth + 1) + Html(depth + 1) : Inline(1);
        return $"<{tag}{Pick("", " id=\"x\"", " colspan=3", " rowspan='2'")}>{content}{Pick($"</{tag}>", "", "\n", "\n\n")}";
    }

    private string Inline(int depth)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text.Append(depth > 0 ? Piece(depth - 1) : Pick(Words)).Append(Pick(" ", "", " ", "  "));
        }

        return text.ToString();
    }

    private string Piece(int depth) => random.Next(16) switch
    {
        0 => $"**{Inline(depth)}**",
        1 => $"*{Inline(depth)}_",
        2 => $"`{Inline(depth)}`{Pick("", "`")}",
        3 => $"[{Inline(depth)}]({Pick("a.md#b", "#c", "<x y>", "xref:A.B", "{% link a.md %}", "")})",
        4 => $"![{Inline(depth)}](a.png){Pick("", "{: .x}")}",
        5 => $"<b>{Inline(depth)}</b>",
        6 => $"<a name=\"{Number()}\"></a>{Inline(depth)}",
        7 => $"[!DNL {Inline(depth)}]",
        8 => Pick("[!INCLUDE [a](b.md)]", "[!code-sql[a](b.sql)]", "[AZURE.NOTE]", "[!VIDEO http://a]"),
        9 => Pick("{% if a %}", "{{ page.a }}", "{{< b >}}", "{/* c */}", "{: .d}", "{#e}"),
        10 => Pick("<xref:A.B%2A>", "@System.String", ":::no-loc text=\"a b\":::", ":::image source=\"a.png\":::", "<Tag a={<b>}>"),
        11 => Pick("<br>", "</br >", "<ul><li>", "</li></ul>", "<!-- a -->", "<?a?>", "&#x0;", "&amp;"),
        _ => Pick(Words),
    };

    private void Line(string indent, string text) => _text.Append(indent).Append(text).Append('\n');

    private string Number() => random.Next(5).ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
