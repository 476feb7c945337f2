using System.Diagnostics;
using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Benchmarks;

internal static class StageBenchmark
{
    public static void Run(IReadOnlyCollection<string> paths, TextWriter output)
    {
        var documents = ContentDirectory.Find(paths).Where(f => !ContentLayout.IsConfiguration(f.RelativePath))
            .Select(f => (Bytes: f.Read(), f.Path)).ToList();
        var texts = documents.Select(d => TextDecoder.Decode(d.Bytes, d.Path).Text!).Where(t => t is not null).ToList();
        var parser = new DocumentParser();
        var parsed = texts.Select(t => (Text: t, Doc: parser.Parse(t).Document)).ToList();
        var outlines = parsed.Select(p => { var r = new InlineTextReader(p.Text.Content); return (p.Text, p.Doc, Reader: r, Outline: OutlineBuilder.Build(p.Doc, r)); }).ToList();
        var lex = LexiconSet.LoadBuiltIn().For("en");
        var schemes = CodeSchemeSet.LoadBuiltIn();
        var ctxs = outlines.Select(o => new DocumentContext { Source = o.Text, ArticleId = "a", Locale = LocaleTag.Parse("en-US"), Lexicon = lex, Schemes = schemes, Codes = new CodeScanner(schemes, lex), Inlines = o.Reader, Outline = o.Outline }).ToList();
        void T(string name, Action a)
        {
            a(); var best = TimeSpan.MaxValue;
            for (int i = 0; i < 4; i++) { var s = Stopwatch.GetTimestamp(); a(); var e = Stopwatch.GetElapsedTime(s); if (e < best) best = e; }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{best.TotalMilliseconds,8:F0} ms"));
        }
        T("decode", () => { foreach (var d in documents) TextDecoder.Decode(d.Bytes, d.Path); });
        T("guard", () => { foreach (var d in texts) NestingGuard.Blank(d.Content); });
        T("parse", () => { foreach (var t in texts) parser.Parse(t); });
        T("outline", () => { foreach (var p in parsed) OutlineBuilder.Build(p.Doc, new InlineTextReader(p.Text.Content)); });
        T("headings", () => { foreach (var c in ctxs) { var h = new HeadingEntryReader(c); foreach (var s in c.Outline.Sections) h.Read(s); } });
        T("procedures", () => { foreach (var c in ctxs) { var h = new ProcedureReader(c); foreach (var s in c.Outline.Sections) foreach (var x in h.Read(s)) { } } });
        T("ladders", () => { foreach (var c in ctxs) { var h = new LadderReader(c); foreach (var s in c.Outline.Sections) foreach (var x in h.Read(s, [])) { } } });
        T("checklists", () => { foreach (var c in ctxs) { var h = new ChecklistReader(c); foreach (var s in c.Outline.Sections) foreach (var x in h.Read(s)) { } } });
        T("tables", () => { foreach (var c in ctxs) { var h = new TableReader(c); foreach (var s in c.Outline.Sections) foreach (var b in s.Blocks.OfType<Markdig.Extensions.Tables.Table>()) foreach (var x in h.Read(b, s)) { } } });
        var drafts = ctxs.SelectMany(c => { var h = new TableReader(c); var g = new HeadingEntryReader(c); return c.Outline.Sections.SelectMany(s => s.Blocks.OfType<Markdig.Extensions.Tables.Table>().SelectMany(b => h.Read(b, s)).Concat(g.Read(s) is { } d ? [d] : [])).Select(d => (c, d)); }).ToList();
        T("build", () => { DocumentContext? last = null; EntryBuilder? b = null; foreach (var (c, d) in drafts) { if (c != last) { b = new EntryBuilder(c); last = c; } b!.Build(d); } });
        T("front matter", () => { foreach (var p in parsed) if (p.Doc.FirstOrDefault() is Markdig.Extensions.Yaml.YamlFrontMatterBlock b && b.Lines.Count > 0) FrontMatter.Read(p.Text.Content, TextSpan.FromBounds(b.Lines.Lines[0].Slice.Start, b.Lines.Lines[b.Lines.Count - 1].Slice.End + 1)); });
        T("front matter yaml", () => { var n = 0; foreach (var p in parsed) if (p.Doc.FirstOrDefault() is Markdig.Extensions.Yaml.YamlFrontMatterBlock b && b.Lines.Count > 0) { if (p.Text.Content.AsSpan(b.Span.Start, b.Span.Length).Contains("\n- ", StringComparison.Ordinal) || p.Text.Content.AsSpan(b.Span.Start, b.Span.Length).Contains("\n  - ", StringComparison.Ordinal)) n++; } output.WriteLine(n); });
        T("sections", () => { foreach (var c in ctxs) foreach (var s in c.Outline.Sections) if (s.Heading != null) { TextRange.All(s.Title).ToProse(); c.SpanOf(s); } });
        T("lines", () => { foreach (var c in ctxs) { SourceText.From(c.Source.Content).GetLine(5); } });
        T("procedures only", () => { foreach (var c in ctxs) foreach (var s in c.Outline.Sections) foreach (var l in s.Blocks.OfType<ListBlock>()) foreach (var i in l.OfType<ListItemBlock>()) c.Inlines.Read(i); });
        var reader = new ArticleReader(LexiconSet.LoadBuiltIn(), schemes);
        T("all but decode", () => { foreach (var t in texts) reader.Read(t, "a", LocaleTag.Parse("en-US")); });
    }
}
