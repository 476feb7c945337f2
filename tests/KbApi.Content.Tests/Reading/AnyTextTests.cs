using FsCheck.Xunit;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Any text is a document: it reads without an exception, twice alike, and every place is right.</summary>
[Properties(Arbitrary = [typeof(HostileTexts)])]
public sealed class AnyTextTests
{
    [SeededProperty(MaxTest = 300)]
    public void Any_string_is_a_document(string? text) => Check(text ?? "");

    [SeededProperty(MaxTest = 1500, EndSize = 60)]
    public void Any_order_of_mark_up_is_a_document(HostileText text) => Check(text.Text);

    [SeededProperty(MaxTest = 600, EndSize = 20)]
    public void Any_change_of_a_document_is_a_document(MutatedText text) => Check(text.Text);

    [SeededProperty(MaxTest = 300, EndSize = 60)]
    public void Any_front_matter_is_metadata(HostileText text) => Check($"---\n{text.Text}\n---\n# Title\n");

    /// <summary>What these tests found once.</summary>
    [Theory]
    [InlineData("### Error 31003\n\t</li></ul>\t]")]
    [InlineData("### Error 31003\n    <br>\tClick it. ")]
    [InlineData("### Error 31003\n~~~\n <a name=\"x\"></a>\t**Resolution:** ")]
    [InlineData("1. Click it. ---\r\n1. \t\t<br ><br >\t- ")]
    public void Tabs_inside_code_do_not_move_what_is_behind_them(string text) => Check(text);

    private static void Check(string text)
    {
        var article = Documents.Read(text);

        Problems.AssertNone(SpanChecker.Check(article).Concat(ReferenceChecker.Check(article)));
        Assert.Equal(ModelText.Write(article), ModelText.Write(Documents.Read(text)));
    }
}
