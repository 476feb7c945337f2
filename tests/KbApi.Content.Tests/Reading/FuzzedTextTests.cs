using FsCheck;
using FsCheck.Fluent;
using KbApi.Fuzzing;

namespace KbApi.Content.Tests.Reading;

/// <summary>Documents of every kind of mark-up inside every other, and those that a fuzz run found to be read wrongly once.</summary>
public sealed class FuzzedTextTests
{
    private static readonly ReadingCheck Check = new();

    /// <summary>What was found, shortened; each once broke the place of a text, or threw.</summary>
    public static TheoryData<string> Found => new(
        "# Error 0x5\n```\n\0  \n",
        "# does not {#id}\n     \0\n",
        "**Error 0x5**:\n~~~\n\0 SSPR_009\n",
        "# Error\n    -2147024891\0\n",
        "**AADSTS50058**:]({%k d%}\n",
        "# s\nSSPR_0009\n>~~~\n>]({%%})\n",
        "# 0xD\n##See Also*\n    ]({%%}1 hour\n",
        "---\ntitle: cannot\n---\n:::not\n```\n```\nSSPR_009\n><v>\n   >\tb\n",
        "---\ntitle: cannot\n---\n:::note\n```\n```\nSSPR_009\n><v>\n   > \tb\n",
        "---\ntitle: SSPR_00\n---\n## {/**/}{#}\n ```\n1 hour\n\t\n",
        "# do not{#id}\n  ```\n\tb",
        "<h2>T\n {",
        "<h2>i *\n",
        "<h2>**-2147024891 \nt<a name=\"c\">\n\n>\ncannot\n",
        "<table></table><h3>`\n",
        "**Cause**\n**Symptom**:[ ](a)<a name=\"c\">\n\nLösning\n",
        "Symtom|Cause\n-|\n[}](#c)\n<T={}>|:\n# Event 3<a name=\"c\">/\nx\n",
        "~~~\n~~~\nSymtom|Beskrivning\n-|\n[0](#c)\n![](){:x}|U\n# cannot<a name=\"c\">/\n:\n",
        "Cause|Cause\n|-\nno suname}}|31003[31003]()\n||!\n",
        "---\ntitle: fail\n---\n<dd>`<!-->-2147024891  `SSPR_009 ",
        "|\n-|\n<t>` `[!code-]<l><li>");

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_found_is_read_rightly(string text) => Assert.Null(Check.Problem(text));

    [SeededProperty(MaxTest = 400, EndSize = 40, Arbitrary = [typeof(Documents)])]
    public void Any_document_is_read_rightly(NastyDocument document) => Assert.Null(Check.Problem(document.Text));

    /// <summary>A generated document; smaller ones have fewer blocks.</summary>
    public sealed record NastyDocument(int Seed, int Blocks)
    {
        public string Text => new NastyMarkdown(new Random(Seed)).Write(Blocks);

        public override string ToString() => $"seed {Seed}, {Blocks} blocks:\n{Text}";
    }

    public static class Documents
    {
        public static Arbitrary<NastyDocument> OfBlocks() => Arb.From(
            from seed in Gen.Choose(0, int.MaxValue - 1) from blocks in Gen.Sized(size => Gen.Choose(1, Math.Max(1, size))) select new NastyDocument(seed, blocks),
            document => Enumerable.Range(1, document.Blocks - 1).Select(blocks => document with { Blocks = blocks }));
    }
}
