using FsCheck.Xunit;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Any text is a document: it reads without an exception, twice alike, and every place is right.</summary>
[Properties(Arbitrary = [typeof(HostileTexts)])]
public sealed class AnyTextTests
{
    [Property(MaxTest = 300)]
    public void Any_string_is_a_document(string? text) => Check(text ?? "");

    [Property(MaxTest = 1500, EndSize = 60)]
    public void Any_order_of_mark_up_is_a_document(HostileText text) => Check(text.Text);

    [Property(MaxTest = 600, EndSize = 20)]
    public void Any_change_of_a_document_is_a_document(MutatedText text) => Check(text.Text);

    [Property(MaxTest = 300, EndSize = 60)]
    public void Any_front_matter_is_metadata(HostileText text) => Check($"---\n{text.Text}\n---\n# Title\n");

    private static void Check(string text)
    {
        var article = Documents.Read(text);

        Problems.AssertNone(SpanChecker.Check(article).Concat(ReferenceChecker.Check(article)));
        Assert.Equal(ModelText.Write(article), ModelText.Write(Documents.Read(text)));
    }
}
