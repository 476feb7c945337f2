using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Configuration;
using KbApi.Rules.Fixes;

namespace KbApi.Rules.Testing;

/// <summary>Says that a rule does not do what its test expects, and what it does.</summary>
/// <param name="message">The difference.</param>
public sealed class RuleVerificationException(string message) : Exception(message);

/// <summary>Runs analyzers and fixes on Markdown with marks. Knows no test framework: what is not as expected is an exception.</summary>
/// <param name="analyzers">The rules to test.</param>
public sealed class RuleVerifier(params ImmutableArray<ContentAnalyzer> analyzers)
{
    private readonly AnalyzerDriver _driver = new(analyzers, SeverityOptions.Default);
    private readonly KnowledgeBaseLoader _loader = new();

    /// <summary>Expects findings exactly where the marks of one document are.</summary>
    public void Verify(string markup) => Verify(new TestDocument("en-US/article.md", markup));

    /// <summary>Expects findings exactly where the marks of documents are.</summary>
    /// <exception cref="RuleVerificationException">There are others, or some are missing.</exception>
    public void Verify(params ImmutableArray<TestDocument> documents)
    {
        var marked = documents.Select(MarkedDocument.Parse).ToList();
        var expected = marked.SelectMany(d => d.Marks.Select(m => Describe(d.Path, m.Id, m.Span.Start, m.Span.End, d.Text)));
        var texts = marked.ToDictionary(d => d.Path, d => d.Text, StringComparer.Ordinal);
        var found = Analyze([.. marked.Select(d => ContentFile.InMemory(d.Path, Encoding.UTF8.GetBytes(d.Text)))])
            .Select(d => Describe(d.Location.Path, d.Id, d.Location.Span.Start, d.Location.Span.End, texts.GetValueOrDefault(d.Location.Path, "")));
        Expect("The findings are others", expected, found);
    }

    /// <summary>
    /// Expects findings where the marks are, and four things of the fix: it makes the expected text; it leaves no finding that it can mend and
    /// adds none; a second run changes nothing; and in a file with a byte order mark and CRLF it changes no other byte.
    /// </summary>
    /// <param name="provider">The fix.</param>
    /// <param name="markup">The document with marks.</param>
    /// <param name="expected">The document afterwards.</param>
    /// <param name="others">Documents that the rule compares with; nothing is fixed in them.</param>
    public void VerifyFix(FixProvider provider, TestDocument markup, string expected, params ImmutableArray<TestDocument> others)
    {
        ArgumentNullException.ThrowIfNull(markup);
        Verify([markup, .. others]);
        var document = MarkedDocument.Parse(markup);
        var rest = others.Select(MarkedDocument.Parse).Select(d => ContentFile.InMemory(d.Path, Encoding.UTF8.GetBytes(d.Text))).ToList();
        var plain = Encoding.UTF8.GetBytes(document.Text);
        var mended = Fix(provider, document.Path, plain, rest);
        Expect("The fix makes another text", [expected], [Encoding.UTF8.GetString(mended)]);
        var left = Analyze([ContentFile.InMemory(document.Path, mended), .. rest]);
        Expect("The fix leaves findings that it can mend", [], left.Where(d => provider.FixableDiagnosticIds.Contains(d.Id) && d.Properties.ContainsKey(ReplacementFixProvider.Property)).Select(d => d.ToString(CultureInfo.InvariantCulture)));
        Expect("A second run changes the text again", [expected], [Encoding.UTF8.GetString(Fix(provider, document.Path, mended, rest))]);
        byte[] windows = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(document.Text.ReplaceLineEndings("\r\n"))];
        byte[] windowsExpected = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(expected.ReplaceLineEndings("\r\n"))];
        Expect("With a byte order mark and CRLF, the fix changes other bytes", [Convert.ToHexString(windowsExpected)], [Convert.ToHexString(Fix(provider, document.Path, windows, rest))]);
    }

    private byte[] Fix(FixProvider provider, string path, byte[] bytes, List<ContentFile> others)
    {
        var fixer = new ContentFixer(_driver, [provider], new LoadOptions());
        var mended = fixer.Fix([ContentFile.InMemory(path, bytes), .. others], d => d.Location.Path == path);
        return mended.IsEmpty ? bytes : mended[0].After.ToArray();
    }

    private ImmutableArray<Diagnostic> Analyze(IReadOnlyList<ContentFile> files) => _driver.Analyze(_loader.Load(files));

    private static string Describe(string path, string id, int start, int end, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{path} [{start}..{end}) {id}: {text[start..Math.Min(end, text.Length)]}");

    private static void Expect(string problem, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (wanted, got) = (expected.Order(StringComparer.Ordinal).ToList(), found.Order(StringComparer.Ordinal).ToList());
        if (!wanted.SequenceEqual(got, StringComparer.Ordinal))
        {
            throw new RuleVerificationException($"{problem}.\nexpected:\n  {string.Join("\n  ", wanted)}\nfound:\n  {string.Join("\n  ", got)}");
        }
    }
}
