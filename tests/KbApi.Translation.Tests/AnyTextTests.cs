using FsCheck;
using FsCheck.Fluent;
using KbApi.Translation.Formats;
using KbApi.Translation.Tests.Support;

namespace KbApi.Translation.Tests;

public class AnyTextTests
{
    private const string Document = "---\ntitle: T\n---\n# T\n\nOne `a` two.\n\n- Three.\n\n> Four.\n\n| Five | Six |\n| --- | --- |\n| Seven. | Eight. |\n\nNine.\n";
    private static readonly string[] Ids = ["meta:title", "t:heading", "t:text", "t:item", "t:quote", "t:column", "t:cell", "t:text.2"];
    private static readonly string[] Parts = ["⟦1⟧", "⟦", "⟧", "|", "\n", "\r\n\r\n", "\\", "`", "```", "*", "**", "[", "](", ")", "<", "<!--", "-->", "#", "# ", "- ", "1. ", "> ", "&amp;", "{0}", "~~~", "---", "===", ":", "\"", "'", "\u0001", "é", "word", " ", "\t", "<br>", "[!NOTE]", "[^1]: ", "$", "_"];

    /// <summary>Whatever a translator types into whichever unit, it is refused, or its own text changes and every other stays.</summary>
    [SeededProperty(MaxTest = 150)]
    public Property A_translation_changes_its_unit_or_is_refused() => Prop.ForAll(
        Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
        Gen.Elements(Ids).ToArbitrary(),
        (text, id) =>
        {
            var sample = new Sample(Document, Document);
            var target = id == "t:text" && !text.Contains("⟦1⟧", StringComparison.Ordinal) ? "⟦1⟧" + text : text;
            var plan = sample.Plan([new ImportedUnit("a", id, SourceHash: null, target, State: null)]);
            if (plan.Files.IsEmpty)
            {
                return plan.Problems.Length + plan.Unchanged + plan.Untranslated == 1;
            }

            var before = sample.Export().Articles[0].Units;
            sample.Apply(plan);
            var after = sample.Export().Articles[0].Units;
            return before.Length == after.Length && before.Zip(after).All(p => p.First.Source.Id == id || p.First.Target?.Marked == p.Second.Target?.Marked);
        });

    [SeededProperty(MaxTest = 150)]
    public Property Any_bytes_are_read_or_refused() => Prop.ForAll(
        Gen.Elements(Parts).Or(Gen.Elements("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1'>", "<file id='a'>", "<unit id='u'>", "<segment>", "<source>", "</source>", "<target>", "<pc id='1'>", "</pc>", "{", "\"format\"", "article,id,target sv-SE\n", "PK\u0003\u0004")).ListOf().Select(p => string.Concat(p)).ToArbitrary(),
        text =>
        {
            try
            {
                return TranslationFiles.Read(System.Text.Encoding.UTF8.GetBytes(text)).Units.Length >= 0;
            }
            catch (TranslationFormatException e)
            {
                return e.Message.Length > 0;
            }
        });
}
