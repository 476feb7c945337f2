using System.Text;
using KbApi.Translation.Formats;
using KbApi.Translation.Tests.Support;

namespace KbApi.Translation.Tests;

public class FormatTests
{
    private const string Original = "# T\n\n=A *b* \"c\", d; `e`\tf_x0041_ é\u0001 & <x> ]]> 😀.\n\nTwo\nlines.\n\nThree `a` `b` **c** `d`.\n";
    private const string Translation = "# T\n\n=Ä *b* \"c\", d; `e`\tf_x0041_ é\u0001 & <x> ]]> 😀!\n\nTvå\nrader.\n\nTre `a` `b` **c** `d`.\n";

    public static TheoryData<TranslationFormat> All => [.. Enum.GetValues<TranslationFormat>()];

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_written_is_read_back(TranslationFormat format)
    {
        var export = new Sample(Original, Translation).Export();
        var file = TranslationFiles.Read(Sample.Write(export, format));
        Assert.Equal((Sample.English, Sample.Swedish), (file.Source, file.Target));
        var units = export.Articles[0].Units;
        Assert.Equal(4, units.Length);
        Assert.All(units, u => Assert.NotNull(u.Target));
        Assert.Equal(
            units.Select(u => (u.Source.Id, u.Source.Text.Hash, u.Target!.Marked, (Export.UnitState?)u.State)),
            file.Units.Select(u => (u.Id, u.SourceHash!, u.Target!, u.State)));
        Assert.All(file.Units, u => Assert.Equal("a", u.Article));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_untouched_file_changes_nothing(TranslationFormat format)
    {
        var sample = Sample.FromFolder(Repository.Content);
        var plan = sample.Plan(TranslationFiles.Read(Sample.Write(sample.Export(), format)).Units);
        Assert.Empty(plan.Files);
        Assert.Empty(plan.Problems);
        Assert.InRange(plan.Unchanged, 900, 2000);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><xliff xmlns='urn:oasis:names:tc:xliff:document:1.2'>&a;</xliff>", "DTD")]
    [InlineData("<html/>", "root element is 'html'")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1'><file id='a'><unit><segment/></unit></file></xliff>", "a unit has no id")]
    [InlineData("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1'><file", "file")]
    [InlineData("{\"format\": \"x\"}", "kb-translation")]
    [InlineData("{", "JSON")]
    [InlineData("{\"format\": \"kb-translation\", \"version\": 1, \"units\": [{\"id\": \"x\"}]}", "'article'")]
    [InlineData("a,b\r\n1,2\r\n", "'article', 'id' and 'target LOCALE'")]
    [InlineData("article,id,target sv-SE\r\n\"a", "Line 2: a quote is not closed")]
    [InlineData("PK\u0003\u0004rest", "workbook")]
    public void What_is_no_file_of_translations_is_refused_with_a_reason(string content, string reason)
    {
        var fault = Assert.Throws<TranslationFormatException>(() => TranslationFiles.Read(Encoding.UTF8.GetBytes(content)));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_workbook_that_unpacks_to_a_huge_one_is_refused()
    {
        using var packed = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(packed, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", System.IO.Compression.CompressionLevel.Fastest).Open();
            var blank = new byte[1024 * 1024];
            for (var i = 0; i < 260; i++)
            {
                part.Write(blank);
            }
        }

        Assert.InRange(packed.Length, 1, 4 * 1024 * 1024);
        Assert.Contains("unpacks to more than", Assert.Throws<TranslationFormatException>(() => TranslationFiles.Read(packed.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_that_stand_too_deep_in_each_other_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<mrk id='1'>", 200));
        var content = $"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1'><file id='a'><unit id='u'><segment><source>{deep}";
        Assert.Contains("more than 100 deep", Assert.Throws<TranslationFormatException>(() => TranslationFiles.Read(Encoding.UTF8.GetBytes(content))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tools_may_segment_annotate_and_split_pairs()
    {
        const string content = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en-US" trgLang="sv-SE"><file id="a"><unit id="u">
            <segment id="s1" state="final"><source>One <pc id="1" dispStart="**" dispEnd="**">b</pc>.</source><target>Ett <sc id="1"/><mrk id="m1" type="term">b</mrk><ec startRef="1"/>.</target></segment>
            <ignorable><source> </source></ignorable>
            <segment id="s2" state="reviewed"><source>Two.</source><target><![CDATA[Två.]]></target></segment>
            </unit><unit id="v"><segment><source>One.</source><target>Ett.</target></segment><segment><source>Two.</source></segment></unit></file></xliff>
            """;
        var units = TranslationFiles.Read(Encoding.UTF8.GetBytes(content)).Units;
        Assert.Equal("Ett ⟦1⟧b⟦/1⟧. Två.", units[0].Target);
        Assert.Equal(Export.UnitState.Reviewed, units[0].State);
        Assert.Null(units[1].Target);
    }

    [Fact]
    public void Older_tools_write_generic_elements()
    {
        const string content = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en-US" target-language="sv-SE" datatype="plaintext"><body>
            <group><trans-unit id="u" approved="yes"><source>x</source><target state="final">Ett <g id="1">b</g> <x id="2"/> <bx id="3"/>c<ex id="3"/></target><alt-trans><target>annat</target></alt-trans></trans-unit></group>
            </body></file></xliff>
            """;
        var unit = Assert.Single(TranslationFiles.Read(Encoding.UTF8.GetBytes(content)).Units);
        Assert.Equal(("a", "Ett ⟦1⟧b⟦/1⟧ ⟦2⟧ ⟦3⟧c⟦/3⟧"), (unit.Article, unit.Target));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void Spreadsheets_of_other_languages_separate_otherwise_and_order_otherwise(char separator)
    {
        var content = "\uFEFFid,target sv-SE,article\nu,\"Ett, \"\"två\"\"\nrad\",a\n'=x,'=y,a\n".Replace(',', separator);
        var units = TranslationFiles.Read(Encoding.UTF8.GetBytes(content)).Units;
        Assert.Equal($"Ett{separator} \"två\"\nrad", units[0].Target);
        Assert.Equal(("=x", "=y"), (units[1].Id, units[1].Target));
    }

    [Fact]
    public void A_spreadsheet_takes_no_text_for_a_formula()
    {
        var csv = Encoding.UTF8.GetString(Sample.Write(new Sample("# T\n\n=A(1) is +b.\n").Export(), TranslationFormat.Csv));
        Assert.Contains(",'=A(1) is +b.,", csv, StringComparison.Ordinal);
    }
}
