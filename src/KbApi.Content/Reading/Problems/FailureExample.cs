using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Reading.Steps;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Syntax.Dialects;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>Tells blocks of code that show what a failure looks like from those that are to be run or written.</summary>
internal sealed class FailureExample(DocumentContext context)
{
    private const int MaxShortLine = 60;
    private const int MaxLabel = 60;

    /// <summary>What blocks that are to be read as programs are marked as.</summary>
    private static readonly string[] Languages =
        ["c", "cpp", "c++", "csharp", "cs", "java", "javascript", "js", "jsx", "ts", "tsx", "typescript", "go", "rust", "python", "py", "php", "ruby", "vb", "sql", "html", "css", "yaml", "xml", "xaml"];

    private readonly InstructionDetector _instructions = new(context.Lexicon);

    /// <summary>Whether a block of code or a quotation shows a failure, because the paragraph before it announces one: <c>You receive this error:</c>.</summary>
    public bool IsShown(Block before, Block block) =>
        (block is QuoteBlock and not AlertBlock || (block is CodeBlock code && IsOutput(code))) && before is ParagraphBlock && Announces(TextRange.All(context.Inlines.Read(before)));

    /// <summary>The same, where a short line announces it: <c>Example failure:</c>.</summary>
    public bool IsShownByLine(Block before, Block block) =>
        block is CodeBlock && before is ParagraphBlock line && MarkedBeginning.IsShortLine(line)
        && context.Inlines.Read(before) is { Text.Length: < MaxShortLine } text && Announces(TextRange.All(text));

    /// <summary>Whether a block of code reports a failure by itself: <c>ERROR: Access is denied.</c>.</summary>
    public bool IsReport(Block block) => block is CodeBlock { Lines.Count: > 0 } code && IsOutput(code) && IsReport(code.Lines.Lines[0].Slice.AsSpan().Trim());

    /// <summary>Whether a line names an error and, behind a colon, what it says.</summary>
    private bool IsReport(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(": ");
        return colon is > 0 and <= MaxLabel && line[(colon + 1)..].TrimStart() is var message && message.Contains(' ')
            && (context.Lexicon.Problems.Begins(ProblemCue.Name, line[..colon]) || (ErrorNames.Says(line[..colon]) && Word.IsSymbol(line[..colon])));
    }

    /// <summary>Whether a block of code may be what a program wrote: it is marked as no programming language and begins with no prompt.</summary>
    private static bool IsOutput(CodeBlock code) =>
        !(code is FencedCodeBlock { Info: { Length: > 0 } language } && Array.Exists(Languages, l => l.Equals(language, StringComparison.OrdinalIgnoreCase)))
        && (code.Lines.Count == 0 || code.Lines.Lines[0].Slice.AsSpan().TrimStart() is not (['$' or '#' or '>', ' ', ..] or ['P', 'S', ' ' or '>', ..]));

    private bool Announces(TextRange paragraph)
    {
        if (paragraph.AsSpan() is not [.., ':' or '\uFF1A'] || !SpeaksOfFailure(paragraph.Text.KindsIn(context.Lexicon)))
        {
            return false;
        }

        var last = SentenceSplitter.First(paragraph, context.Lexicon);
        for (var next = last; !next.IsEmpty; next = SentenceSplitter.Next(paragraph, next.End, context.Lexicon))
        {
            last = next;
        }

        return SpeaksOfFailure(context.Lexicon.Problems.KindsIn(last.AsSpan())) && !_instructions.IsInstruction(last.AsSpan());
    }

    private static bool SpeaksOfFailure(PhraseKinds kinds) =>
        kinds.SaysProblem || kinds.Has(ProblemCue.Evidence) || kinds.Has(ProblemCue.Guide);
}
