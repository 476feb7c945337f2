using System.Buffers;
using System.Text;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Text;
using KbApi.Fuzzing;
using KbApi.Rules.Classification;
using KbApi.Rules.Configuration;
using KbApi.Rules.Logs;
using KbApi.Rules.Reports;
using KbApi.Search;
using KbApi.Server.Classification;
using KbApi.Translation.Formats;

namespace KbApi.InputFuzzing;

/// <summary>All that reads what strangers send. Each is made when it is asked for, over one small knowledge base.</summary>
public sealed class FuzzTargets
{
    private static readonly LocaleTag English = LocaleTag.Parse("en-US");

    private readonly Lazy<KnowledgeBase> _content = new(() => new KnowledgeBaseLoader(new LoadOptions()).Load([ContentFile.InMemory("pump.md", SmallContent())]));
    private readonly Lazy<ReportClassifier> _classifier;
    private readonly Lazy<LogAnalyzer> _logs;
    private readonly Lazy<SearchIndex> _index;

    public FuzzTargets()
    {
        _classifier = new(() => ReportClassifier.Create(_content.Value));
        _logs = new(() => new LogAnalyzer(LogKnowledge.Create(_content.Value, _classifier.Value)));
        _index = new(() => SearchIndex.Build(_content.Value));
        All =
        [
            Markdown(),
            Yaml(),
            new("editorconfig", bytes => EditorConfigFile.Parse("/", Encoding.UTF8.GetString(bytes)), "[*.md]\n", "kb_diagnostic.KB1104.severity = error\n", "root = true", "{a,b}", "[!x]", "**"),
            new("codes", Codes, "0x", "-", "E-", "_", "hr=", "Event ID ", "\u2013", "\uff11", "99999999999999999999"),
            new("query", Query, "\"", "AND ", "*", "~2", "^9", "(", "\\", "sv", "\u0301", "\ud83d\ude00"),
            new("logs", bytes => _logs.Value.AnalyzeAsync(new MemoryStream(bytes), "log").GetAwaiter().GetResult(),
                "<Event>", "</Event>", "<EventID>31003</EventID>", "<!DOCTYPE a>", "<![CDATA[", "TimeCreated,Id\n", "\"", "{\"Id\":31003}\n", "2026-01-01T00:00:00Z ", "\r\n", "\0", ";"),
            new("translation", Translation, "<xliff", "<unit id=\"1\">", "<segment>", "<source>", "<pc id=\"1\">", "</", "<!DOCTYPE", "&a;", "{\"units\":[", "id,source,target\n", "PK\u0003\u0004", "xl/worksheets/sheet1.xml", "\"\""),
            new("report", Report, "{\"message\":\"", "\"answers\":{", "\\ud800", "\"code\":", "1e999", "[[", "\"locale\":\"sv\"", "password=", "null"),
        ];
    }

    public IReadOnlyList<FuzzTarget> All { get; }

    private static FuzzTarget Markdown()
    {
        var check = new ReadingCheck();
        return new("markdown", bytes =>
        {
            if (check.Problem(Encoding.UTF8.GetString(bytes)) is { } problem)
            {
                throw new InvalidOperationException(problem);
            }
        }, "| a | b |\n|---|---|\n", "## ", "**", "`", "[a](b)", "<table><tr><td>", "<br>", "> [!NOTE]\n", "---\n", "1. ", "![", "<!--", "[!INCLUDE [a](b.md)]");
    }

    /// <summary>Front matter, schemes of codes and words of languages: what authors configure beside their documents. It is taken or refused with a reason.</summary>
    private static FuzzTarget Yaml()
    {
        var lexicons = LexiconSet.LoadBuiltIn();
        var schemes = CodeSchemeSet.LoadBuiltIn();
        var reader = new ArticleReader(lexicons, schemes);
        return new("yaml", bytes =>
        {
            var text = Encoding.UTF8.GetString(bytes);
            Refusable(() => schemes.With(text));
            Refusable(() => lexicons.With(text));
            reader.Read(SourceText.From($"---\n{text}\n---\n# Pump\n\n## PUMP-1: It hums\n\n**Cause:** Loose.\n", "doc.md"), "doc", English);
        }, "- ", ": ", "&a ", "*a", "!!int ", "|\n", "{a: [", "'", "schemes:\n", "patterns: ", "id: ", "words:\n", "\t", "<<: *a", "? ");
    }

    private static void Refusable(Action read)
    {
        try
        {
            read();
        }
        catch (FormatException)
        {
            // Refused.
        }
    }

    private void Codes(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!string.IsNullOrWhiteSpace(text))
        {
            _content.Value.Codes.Find(text);
            _content.Value.Codes.Find(text, "Pump", "event");
        }
    }

    private void Query(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Length > 2000 || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var request = new SearchRequest { Query = text, Locale = English, HasFacets = true };
        var result = _index.Value.Search(request);
        var highlight = _index.Value.HighlighterFor(result);
        foreach (var hit in result.Hits)
        {
            highlight(hit);
        }

        _index.Value.Suggest(text, LocaleTag.Parse("sv-SE"));
    }

    /// <summary>A file of translations is read or refused with a reason.</summary>
    private static void Translation(byte[] bytes)
    {
        try
        {
            TranslationFiles.Read(bytes);
        }
        catch (TranslationFormatException)
        {
            // Refused.
        }
    }

    private void Report(byte[] bytes)
    {
        var validator = new ErrorReportValidator();
        var reading = new ReportReader(validator).Read(new ReadOnlySequence<byte>(bytes));
        if (reading.Report is { } report && validator.Validate(report).IsValid)
        {
            _classifier.Value.Classify(report);
        }
    }

    private static byte[] SmallContent() => """
        # Pump

        | Event ID | Name | Message | Solution |
        |---|---|---|---|
        | 31001 | PumpStart | Pumping started | – |
        | 31002 | PumpSuccess | Pumping done | – |
        | 31003 | PumpFail | The pump failed: {reason} | Open the valve. |

        ## PUMP-7001: It hums

        **Cause:** A loose screw. `hr = 0x80230619`

        **Solution:** Wait 10 seconds, then tighten it.
        """u8.ToArray();
}
