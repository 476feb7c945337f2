using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Search;

namespace KbApi.Cli.Search;

/// <summary>Writes answers as JSON, an object a line.</summary>
internal static class SearchJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of one query a hit a line; of many an answer a line, with the query's id.</summary>
    public static void Write(TextWriter output, FileQuery query, SearchResult result, bool isOneOfMany)
    {
        if (isOneOfMany)
        {
            WriteLine(output, json =>
            {
                json.WriteStartObject();
                json.WriteString("id", query.Id);
                json.WriteStartArray("hits");
                foreach (var hit in result.Hits)
                {
                    WriteHit(json, hit);
                }

                json.WriteEndArray();
                if (result.DidYouMean is { } meant)
                {
                    json.WriteString("didYouMean", meant);
                }

                json.WriteEndObject();
            });
            return;
        }

        foreach (var hit in result.Hits)
        {
            WriteLine(output, json => WriteHit(json, hit));
        }
    }

    private static void WriteHit(Utf8JsonWriter json, SearchHit hit)
    {
        json.WriteStartObject();
        json.WriteString("entry", hit.Id);
        json.WriteString("path", hit.Article.Text.Path);
        json.WriteNumber("line", hit.Line);
        json.WriteNumber("score", hit.Score);
        json.WriteString("title", hit.Title.Text);
        json.WriteString("locale", hit.Article.Locale.Value);
        json.WriteStartArray("highlights");
        foreach (var highlight in hit.Highlights)
        {
            json.WriteStartObject();
            json.WriteString("field", highlight.Field);
            json.WriteString("text", highlight.Text);
            json.WriteStartArray("spans");
            foreach (var (start, end) in highlight.Spans)
            {
                json.WriteStartObject();
                json.WriteNumber("start", start);
                json.WriteNumber("end", end);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
