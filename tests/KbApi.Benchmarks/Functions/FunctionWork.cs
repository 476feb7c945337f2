using BenchmarkDotNet.Attributes;
using KbApi.Benchmarks.Classify;
using KbApi.Benchmarks.Running;
using KbApi.Benchmarks.Search;
using KbApi.Benchmarks.Templates;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Rules.Templates;

namespace KbApi.Benchmarks.Functions;

/// <summary>Functions that take microseconds, and what does the least part of their work, for BenchmarkDotNet.</summary>
public abstract class FunctionWork
{
    /// <summary>Each call is given the next of so many; a power of two.</summary>
    private const int Inputs = 1024;
    private const int Templates = 1000;

    private readonly string[] _spellings = new string[Inputs];
    private readonly string[] _codes = new string[Inputs];
    private string[] _messages = [];
    private string[] _reports = [];
    private readonly Dictionary<string, CodeLookup> _dictionary = [];
    private KnowledgeBase _knowledgeBase = null!;
    private ReportClassifier _classifier = null!;
    private TemplateReader _templates = null!;
    private DrainPeer _drain = null!;
    private Func<string, string?> _literals = null!;
    private Func<string, string?> _expressions = null!;
    private int _turn;

    /// <summary>How many entries there are to find.</summary>
    protected abstract int Entries { get; }

    /// <summary>For how many of them there is a regular expression.</summary>
    protected abstract int Expressions { get; }

    /// <summary>The share of the work that the regular expressions do.</summary>
    public double ShareOfExpressions => (double)Expressions / Entries;

    [GlobalSetup]
    public void Prepare()
    {
        var words = new WordSource([SourceTree.BundledContent]);
        var content = new GeneratedContent(words, Entries);
        _knowledgeBase = content.Load();
        _classifier = ReportClassifier.Create(_knowledgeBase);
        _templates = TemplateReader.CreateBuiltIn();
        _drain = new DrainPeer();
        for (var i = 0; i < Inputs; i++)
        {
            _codes[i] = GeneratedContent.CodeOf((int)(i * 7919L % Entries));
            _spellings[i] = _codes[i].Replace('-', ' ').ToLowerInvariant();
            _dictionary[_codes[i]] = _knowledgeBase.Codes.Find(_codes[i]);
        }

        for (var i = 0; i < Entries; i++)
        {
            _dictionary[GeneratedContent.CodeOf(i)] = _dictionary[_codes[0]];
        }

        _messages = new GeneratedMessages(words, Templates, Inputs).Messages;
        _reports = [.. GeneratedReports.Of(content, words, Inputs, e => "error " + GeneratedContent.CodeOf(e)).Select(r => r.Text)];
        _literals = new LiteralPeer(content).Reader.Find;
        _expressions = new ExpressionPeer(content, Expressions).Reader.Find;
    }

    [Benchmark]
    public CodeLookup LookUp() => _knowledgeBase.Codes.Find(_spellings[Next()]);

    [Benchmark]
    public CodeLookup LookUpInDictionary() => _dictionary[_codes[Next()]];

    [Benchmark]
    public int Template()
    {
        Span<char> template = stackalloc char[TemplateReader.MostChars];
        return _templates.Read(_messages[Next()], template);
    }

    [Benchmark]
    public int TemplateByDrain() => _drain.Add(_messages[Next()]);

    [Benchmark]
    public object Classify() => _classifier.Classify(new ErrorReport { Message = _reports[Next()] });

    [Benchmark]
    public string? ClassifyByLiterals() => _literals(_reports[Next()]);

    [Benchmark]
    public string? ClassifyByExpressions() => _expressions(_reports[Next()]);

    private int Next() => _turn++ & (Inputs - 1);
}

/// <summary>As many entries as goals are set for.</summary>
public class AllFunctions : FunctionWork
{
    protected override int Entries => 10_000;

    protected override int Expressions => 500;
}

/// <summary>Few, to see that it works.</summary>
public class SmokeFunctions : FunctionWork
{
    protected override int Entries => 100;

    protected override int Expressions => 10;
}
