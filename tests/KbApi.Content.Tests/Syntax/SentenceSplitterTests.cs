using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Syntax;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("en", "One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("en", "Set it to 2.5. Open a.md now.", "Set it to 2.5.|Open a.md now.")]
    [InlineData("en", "Use e.g. this. Or, i.e., that.", "Use e.g. this.|Or, i.e., that.")]
    [InlineData("en", "It says \"yes.\" Then it ends.", "It says \"yes.\"|Then it ends.")]
    [InlineData("en", "(See above.) Then go on.", "(See above.)|Then go on.")]
    [InlineData("en", "It says \u201Cno!\u201D) (Then it ends.)", "It says \u201Cno!\u201D)|(Then it ends.)")]
    [InlineData("en", "Version no. 5 is out.", "Version no. 5 is out.")]
    [InlineData("en", "https://a.b/c. Next", "https://a.b/c.|Next")]
    [InlineData("en", "1. Open it. Close it.", "1. Open it.|Close it.")]
    [InlineData("en", "a. Open it. b", "a. Open it.|b")]
    [InlineData("en", ". a", ".|a")]
    [InlineData("en", "...", "...")]
    [InlineData("en", "Wait... Then go.", "Wait...|Then go.")]
    [InlineData("sv", "Anv\u00E4nd t.ex. den h\u00E4r. Eller d.v.s. den d\u00E4r.", "Anv\u00E4nd t.ex. den h\u00E4r.|Eller d.v.s. den d\u00E4r.")]
    [InlineData("ja", "\u518D\u8D77\u52D5\u3057\u307E\u3059\u3002\u6B21\u3078\uFF01\u7D42\u308F\u308A", "\u518D\u8D77\u52D5\u3057\u307E\u3059\u3002|\u6B21\u3078\uFF01|\u7D42\u308F\u308A")]
    public void Sentences_end_at_their_marks(string language, string text, string sentences) => Assert.Equal(sentences, Split(language, text));

    [Fact]
    public void A_forced_break_ends_a_sentence() => Assert.Equal("One|two|1. three", Split("en", "One<br>two<br>1. three"));

    private static string Split(string language, string markdown)
    {
        var text = TextRange.All(Inlines.ReadCell(markdown).Text);
        var lexicon = Documents.Lexicons.For(language);
        var sentences = new List<string>();
        for (var sentence = SentenceSplitter.First(text, lexicon); !sentence.IsEmpty; sentence = SentenceSplitter.Next(text, sentence.End, lexicon))
        {
            sentences.Add(sentence.ToString());
        }

        return string.Join('|', sentences);
    }
}
