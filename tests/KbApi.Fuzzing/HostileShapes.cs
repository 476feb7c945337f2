using System.Text;

namespace KbApi.Fuzzing;

/// <summary>Documents of a given length whose shape makes parsers quadratic, deep or large.</summary>
public static class HostileShapes
{
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>
    {
        ["quotes in quotes"] = n => Repeat(">", n),
        ["quotes in quotes with blanks"] = n => Repeat("> ", n),
        ["lists in lists"] = n => Lines(n, i => new string(' ', 2 * (i % 700)) + "- a\n"),
        ["lists in lists on one line"] = n => Repeat("- ", n),
        ["numbered lists on one line"] = n => Repeat("1. ", n),
        ["quotes and lists in turn"] = n => Repeat("> - ", n),
        ["deeper and deeper quotes"] = n => Lines(n, i => new string('>', i % 900) + " a\n"),
        ["brackets"] = n => Repeat("[", n),
        ["closing brackets"] = n => Repeat("]", n),
        ["links in links"] = n => Repeat("[a](", n),
        ["images"] = n => Repeat("![", n),
        ["images in images"] = n => Repeat("![", n / 2) + Repeat("](x)", n / 2),
        ["reference links"] = n => Repeat("[a][b]", n),
        ["bold that never ends"] = n => Repeat("**a ", n),
        ["stars that never end"] = n => Repeat("*a **b ", n),
        ["underscores that never end"] = n => Repeat("_a __a", n),
        ["stars in words"] = n => Repeat("a**b*c", n),
        ["tildes"] = n => Repeat("~~a ", n),
        ["processing instructions"] = n => "a " + Repeat("<?", n),
        ["declarations"] = n => "a " + Repeat("<!A", n),
        ["character data"] = n => "a " + Repeat("<![CDATA[", n),
        ["comments"] = n => "a " + Repeat("<!--", n),
        ["tags that never end"] = n => "a " + Repeat("<a ", n),
        ["attributes that never end"] = n => "a " + Repeat("<a b=\"", n),
        ["angle brackets"] = n => Repeat("<", n),
        ["addresses that never end"] = n => Repeat("<http:a", n),
        ["tags"] = n => "a " + Repeat("<b>a</b>", n),
        ["tags that nobody closes"] = n => "a " + Repeat("<b><i>", n),
        ["lists of tags"] = n => Repeat("<ul><li>a\n", n),
        ["cells of tags"] = n => "<table><tr>" + Repeat("<td>a", n),
        ["tables of tags"] = n => Repeat("<table><tr><td>", n),
        ["cells of tags that span"] = n => "<table>" + Repeat("<tr><td colspan=99 rowspan=99>a\n", n),
        ["table ends"] = n => "<table>\n\n" + Repeat("</table>\n\n<table>\n\n", n),
        ["comments in tables of tags"] = n => "<table><tr><td>" + Repeat("<!-- ", n),
        ["details"] = n => Repeat("<details>\n\n", n),
        ["backticks of many lengths"] = n => Runs(n, '`'),
        ["backticks of many lengths in a cell"] = n => Cell(Runs(n, '`')),
        ["stars of many lengths"] = n => Runs(n, '*'),
        ["brackets in a cell"] = n => Cell(Repeat("[", n)),
        ["stars in a cell"] = n => Cell(Repeat("*a **b ", n)),
        ["processing instructions in a cell"] = n => Cell(Repeat("<?", n)),
        ["comments in a cell"] = n => Cell(Repeat("<!-- ", n)),
        ["quoted link definitions"] = n => Lines(n, i => $"> [a{i}]: http://x\n"),
        ["rows with one symptom"] = n => "| Error | Solution |\n|---|---|\n" + Repeat("| It fails | Try again. |\n", n),
        ["code fences"] = n => Repeat("```\n~~~\n", n),
        ["link definitions"] = n => Lines(n, i => $"[a{i}]: http://x\n"),
        ["one link definition again and again"] = n => Repeat("[a]: http://x\n", n),
        ["link definitions that are none"] = n => Repeat("[a]: \n", n),
        ["definitions and their links"] = n => Lines(n / 2, i => $"[a{i}]: http://x\n") + "\n" + Lines(n / 2, i => $"[a{i}] "),
        ["one row of very many cells"] = n => "| Error | Solution |\n|---|---|\n" + Repeat("|a", n) + "\n",
        ["a header of very many cells"] = n => Repeat("|a", n / 3) + "\n" + Repeat("|-", n / 3) + "\n" + Repeat("|b", n / 3) + "\n",
        ["long rows among short ones"] = n => "| Error | Solution |\n|---|---|\n" + Repeat(Repeat("|a", 3000) + "\n" + Repeat("| a | b |\n", 3000), n),
        ["rows with bold codes and links"] = n => "| Code | Cause | Solution |\n|---|---|---|\n" + Lines(n, i => $"| **E{i}** | It [fails](#a{i}). | Try. |\n"),
        ["rows that look alike"] = n => "| Code | Cause | Solution |\n|---|---|---|\n" + Repeat("| 31003 | It fails. | Try. |\n", n),
        ["rows that go on with the one above"] = n => "| Error | Solution |\n|---|---|\n| It fails | Try again. |\n" + Repeat("||x|\n", n),
        ["rows as short as can be"] = n => "| Error | Solution |\n|---|---|\n" + Repeat("|a|x|\n", n),
        ["sentences that go on in the next row"] = n => "| Error | Cause | Solution |\n|---|---|---|\n| E1 | It fails | Try again. |\n" + Repeat("| | and it fails | x |\n", n),
        ["cells that name many codes"] = n => "| Code | Notes |\n|---|---|\n| 31003 | a: " + Repeat("0x80070005 ", n) + "|\n",
        ["labels alone"] = n => "## Errors\n\n" + Repeat("**Symptom:**\n\nIt fails.\n\n**Solution:** Try again.\n\n", n),
        ["labels alone, one behind the other"] = n => "## Errors\n\n" + Repeat("**Symptom:**\n\n", n),
        ["definitions"] = n => "# Errors\n\n" + Lines(n, i => $"E{i}\n: It fails. Try again.\n\n"),
        ["definitions without a term"] = n => "# Errors\n\nError\n" + Repeat(": a\n", n),
        ["admonitions"] = n => Repeat("!!! failure \"It fails\"\n    Try again.\n\n", n),
        ["admonitions in admonitions"] = n => Lines(n, i => new string(' ', 4 * (i % 40)) + "!!! note\n"),
        ["tabs of MkDocs"] = n => Repeat("=== \"a\"\n    1. Click it.\n\n", n),
        ["lists of codes"] = n => "## Error codes\n\nErrors " + Lines(n, i => $"{1000 + (i % 9000)}, "),
        ["codes in brackets"] = n => "# Errors\n\n" + Repeat("(ACM-7001) ", n),
        ["brackets before codes"] = n => "# Errors\n\n" + Repeat("(", n),
        ["codes of devices"] = n => "| Code | Cause |\n|---|---|\n" + Lines(n, i => $"| F{i}-{i % 10} | It fails. |\n"),
        ["code with tabs"] = n => "# Errors\n\n" + Repeat("\ta\tb\t\tc\n", n),
        ["one line of code with tabs"] = n => "# Errors\n\n    " + Repeat("a\t", n),
        ["many tables"] = n => Repeat("| Code | Cause |\n|---|---|\n| 31003 | It fails. |\n\n", n),
        ["small tables"] = n => Repeat("|a\n|-\n\n", n),
        ["delimiter rows"] = n => Repeat("|-|-|\n", n),
        ["one long word"] = n => Repeat("a", n),
        ["one long line"] = n => Repeat("Error 0x80070005. Try again. ", n),
        ["one long number"] = n => Repeat("1", n),
        ["numbers"] = n => Repeat("5 times in 1 hour, ", n),
        ["hyphens"] = n => "a" + Repeat("-", n),
        ["many headings"] = n => Lines(n, i => $"## Error {i}\nIt fails.\n"),
        ["headings with one title"] = n => Repeat("# a\n", n),
        ["headings with labels"] = n => Repeat("## Event ID 31003\n### Cause\na\n### Resolution\nb\n", n),
        ["headings without a blank"] = n => Repeat("#a\n", n),
        ["headings that touch their text"] = n => Repeat("##a\n", n),
        ["underlines"] = n => Repeat("a\n===\n", n),
        ["anchors"] = n => "# " + Repeat("<a name=\"x\"></a>", n),
        ["entities"] = n => Repeat("&amp;", n),
        ["entities that are none"] = n => Repeat("&", n),
        ["backslashes"] = n => Repeat("\\", n),
        ["escapes"] = n => Repeat("\\*", n),
        ["zeros"] = n => Repeat("\0", n),
        ["empty lines"] = n => Repeat("\n", n),
        ["blanks"] = n => Repeat(" ", n) + "a",
        ["tabs"] = n => Repeat("\t", n) + "a",
        ["tabs behind hashes"] = n => Repeat("#\t", n),
        ["items"] = n => Repeat("- **a** [b](#c)\n", n),
        ["steps"] = n => Lines(n, i => $"{i}. Click **Save**.\n"),
        ["loose items"] = n => Repeat("- a\n\n", n),
        ["alerts"] = n => Repeat("> [!NOTE]\n> a\n\n", n),
        ["alerts without an end"] = n => Repeat("> [!NOTE", n),
        ["containers of colons"] = n => Repeat(":::note\n", n),
        ["words in brackets"] = n => Repeat("[!DNL ", n),
        ["includes"] = n => Repeat("[!INCLUDE [a](b.md)]\n", n),
        ["liquid"] = n => Repeat("{% a ", n),
        ["attributes in braces"] = n => Repeat("{: ", n),
        ["braces"] = n => Repeat("{", n),
        ["front matter that never ends"] = n => "---\n" + Repeat("a: b\n", n),
        ["front matter of many keys"] = n => "---\n" + Lines(n, i => $"a{i}: b\n") + "---\n",
        ["front matter with one list"] = n => "---\na:\n" + Repeat("- b\n", n) + "---\n",
        ["front matter of flows"] = n => $"---\na: {Repeat("[", n)}\n---\n",
        ["front matter of mappings"] = n => $"---\na: {Repeat("{a: ", n)}\n---\n",
        ["front matter of indents"] = n => "---\n" + Lines(n, i => new string(' ', i % 900) + "a:\n") + "---\n",
        ["front matter of aliases"] = n => "---\na0: &a0 [x, x]\n" + Lines(n, i => $"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n") + "---\n",
        ["front matter of quotes"] = n => "---\n" + Repeat("a: \"\n", n) + "---\n",
        ["front matter of folded lines"] = n => "---\na: >\n" + Repeat(" b\n", n) + "---\n",
        ["front matter of questions"] = n => "---\n" + Repeat("? ", n) + "\n---\n",
    };

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, length / piece.Length)));

    private static string Lines(int length, Func<int, string> line)
    {
        var text = new StringBuilder(length + 64);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(line(i));
        }

        return text.ToString();
    }

    private static string Cell(string content) => $"| Error | Solution |\n|---|---|\n| {content} | b |\n";

    private static string Runs(int length, char c)
    {
        var text = new StringBuilder(length + 64);
        for (var i = 1; text.Length < length; i++)
        {
            text.Append(c, i).Append(" a ");
        }

        return text.ToString();
    }
}
