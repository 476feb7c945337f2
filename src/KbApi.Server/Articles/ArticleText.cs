using System.Buffers;
using KbApi.Content.Model;
using KbApi.Content.Rendering;
using KbApi.Content.Text;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Http;

namespace KbApi.Server.Articles;

/// <summary>An article as a text to read: its own Markdown, or that rendered.</summary>
internal sealed class ArticleText(DocumentRenderer renderer, HtmlFragment html)
{
    /// <summary>Rendered text is at least this share of its source; no need to render more of it than may fit.</summary>
    private const int LargestRatio = 16;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?\n\u3002\uFF01\uFF1F");

    public IResult Answer(ApiRequest request, Article article)
    {
        var source = article.Text.Content;
        var ends = EndsOf(source, request.MaxBytes is { } max && max < source.Length / LargestRatio ? max * LargestRatio : source.Length);
        return request.AnswerText(
            ends.Count,
            count => Write(request, article, source[..ends[count - 1]]),
            characters => Write(request, article, "# " + Sentences.CutAtWord(article.Title.Text, characters)));
    }

    private string Write(ApiRequest request, Article article, string source)
    {
        if (request.MediaType == Representations.Markdown)
        {
            return source;
        }

        var text = SourceText.From(source, article.Text.Path);
        return request.MediaType == Representations.Html
            ? html.Of(renderer.ToHtml(text), article.Locale.Value)
            : renderer.ToPlainText(text).Trim() + "\n";
    }

    /// <summary>Where a source may be cut: behind sentences, behind lines of tables, behind paragraphs.</summary>
    private static List<int> EndsOf(string source, int length)
    {
        var ends = new List<int>();
        for (var i = 0; i < length;)
        {
            var next = source.AsSpan(i, length - i).IndexOfAny(Ends);
            if (next < 0)
            {
                break;
            }

            i += next + 1;
            if (IsEnd(source, i))
            {
                ends.Add(i);
            }
        }

        if (length == source.Length && (ends.Count == 0 || ends[^1] < length))
        {
            ends.Add(length);
        }

        return ends;
    }

    private static bool IsEnd(string source, int behind)
    {
        var line = source.LastIndexOf('\n', Math.Max(0, behind - 2)) + 1;
        var isRow = source.AsSpan(line).TrimStart(' ').StartsWith('|');
        return source[behind - 1] switch
        {
            '\n' => isRow || behind == source.Length || source[behind] is '\n' or '\r' or '#',
            '\u3002' or '\uFF01' or '\uFF1F' => !isRow,
            _ => !isRow && behind < source.Length && char.IsWhiteSpace(source[behind]) && !(behind >= 2 && char.IsAsciiDigit(source[behind - 2])),
        };
    }
}
