using KbApi.Rules.Catalog;
using KbApi.Rules.Testing;

namespace KbApi.Rules.Tests.Rules;

/// <summary>What looks like a defect and is none: each of these was once found, or nearly.</summary>
public class QuietRuleTests
{
    [Theory]
    [InlineData("KB1031", "### Deep first heading\n\nText.\n\n# Title\n\n## Part\n\nText.\n")]
    [InlineData("KB1032", "# Title\n\n## Part\n\n### Of part\n\nText.\n")]
    [InlineData("KB1032", "# Title\n\n## Shown\n\n```\ncode\n```\n")]
    [InlineData("KB1033", "[a]({% link page.version %}/b.md), [c](/d.md \"a title\"), [e](</f g.md>), [!code-xml[Main](../a b.xml)]\n")]
    [InlineData("KB1034", "**To convert the **HRESULT** value** of *Xxx***Request** or 2 ** 3 ** 4\n")]
    [InlineData("KB1035", "![A dialog](a.png) and [](b.md)\n")]
    [InlineData("KB1036", "> [!NOTE]\n> Text.\n\n> [!VIDEO https://example.com]\n")]
    [InlineData("KB1037", "| A | B |\n| --- | --- |\n| x | y |\n{: .table }\n\nText.\n")]
    [InlineData("KB1038", "Two\u00A0words and an emoji \uD83D\uDE00.\n")]
    [InlineData("KB1039", "---\nms:assetid: 1\nms:mtpsurl: 2\nlist:\n  - a: 1\n  - a: 2\n---\n# T\n")]
    [InlineData("KB1040", "1. one\n1. two\n1. three\n\n## Next\n\n3. three\n4. four\n   1. a\n   2. b\n5. five\n")]
    [InlineData("KB1041", "See [it] and ![b][c].\n\n[it]: a.md\n[c]: b.png\n[^1]: note\n[//]: # (comment)\n")]
    [InlineData("KB1042", "`The text “disk full” is shown` and `1–5`\n")]
    [InlineData("KB1108", "0x80000000, 0x8000000, 0x80070005, 0x1234567, 0x800700051A2B3C4D\n")]
    [InlineData("KB1109", "0x80070005, 0 x 5, 0XFF\n")]
    [InlineData("KB1110", "PRINTX4711, SCANNER4711, PRINTX4712\n")]
    [InlineData("KB1111", "<meta workload=\"TBD\"> Todo in Spanish, `TODO` in code.\n\n[comment]: <> (TODO later)\n")]
    [InlineData("KB1204", "# T\n\n1. Do step 2 of [the guide](g.md).\n2. See step 9 of [the guide](g.md).\n3. Repeat step 1.\n")]
    [InlineData("KB2002", "---\nms.date: 2025-01-01\nms.lasthandoff: 2025-01-01\n---\n# T\n")]
    [InlineData("KB2003", "[a](https://learn.microsoft.com/a) and `https://msdn.microsoft.com`\n")]
    [InlineData("KB2004", "[a](http://localhost:5080), [b](http://www.example.com), [c](https://contoso.org), <http://10.0.0.1/x>\n")]
    [InlineData("KB2212", "[a](https://learn.microsoft.com/en-us/a)\n")]
    [InlineData("KB2303", "A tool, a toolbar and a toothbrush; the bar and the brush.\n")]
    [InlineData("KB2304", "It occurred; the code says `occured`.\n")]
    public void Nothing_is_found(string id, string markdown) => VerifierOf(id).Verify(markdown);

    [Theory]
    [InlineData("KB2202", "The HeadNode fails over.", "Huvudnoden växlar.")]
    [InlineData("KB2208", "Wait 10,000 ms, see [part 12](p.md#42).", "Vänta 10 000 ms, se [del 12](p.md#42).")]
    [InlineData("KB2209", "`The disk has no more space left` is shown.", "`Disken är full` visas.")]
    [InlineData("KB2210", "`netstat -a -b -o` in the KbApi tool", "`netstat -a -b -o` in the KbApi tool")]
    [InlineData("KB2213", "See [a](a.md).", "Se <a href=\"a.md\">a</a>.")]
    public void Nothing_is_found_in_a_translation(string id, string original, string translation) =>
        VerifierOf(id).Verify(new TestDocument("en-US/a.md", $"# T\n\n{original}\n"), new TestDocument("sv-SE/a.md", $"# T\n\n{translation}\n"));

    private static RuleVerifier VerifierOf(string id) => new([.. BuiltInRules.Analyzers.Where(a => a.SupportedDiagnostics.Any(d => d.Id == id))]);
}
