using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace KbApi.Content.Editing.Formatting;

/// <summary>Lays lines out: no blanks at their ends, one empty line at a time, one around headings and tables, and one line break at the end.</summary>
internal sealed class LineLayouter
{
    private readonly SourceText _text;
    private readonly string _newLine;
    private readonly bool[] _isFixed;
    private readonly HashSet<int> _apart = [];

    public LineLayouter(SourceText text, MarkdownDocument document)
    {
        _text = text;
        _newLine = LineEndings.Of(text.Content);
        _isFixed = new bool[text.LineCount + 1];
        FixLines(document);
        foreach (var block in document.Where(b => b is HeadingBlock { Parser: not null } or Table and not HtmlTable))
        {
            // Behind front matter, which ends in a line of its own, most documents begin with their title at once.
            if (block != document.SkipWhile(b => b is YamlFrontMatterBlock).FirstOrDefault())
            {
                _apart.Add(text.GetLine(block.Span.Start));
            }

            _apart.Add(text.GetLine(InlineTextReader.SpanOf(block).End - 1) + 1);
        }
    }

    public IEnumerable<TextChange> Changes()
    {
        var last = LastLine();
        for (var line = 0; line <= last; line++)
        {
            var span = _text.GetLineSpan(line);
            var content = _text.Content.AsSpan(span.Start, span.Length);
            if (_isFixed[line])
            {
                continue;
            }

            if (content.IsWhiteSpace())
            {
                if (line > 0 && !_isFixed[line - 1] && IsBlank(line - 1))
                {
                    yield return new TextChange(TextSpan.FromBounds(span.Start, NextStart(line)), "");
                }
                else if (span.Length > 0)
                {
                    yield return new TextChange(span, "");
                }

                continue;
            }

            var end = content.TrimEnd(" \t").Length;
            var blanks = span.Length - end;
            if (blanks > 0 && (blanks == 1 || line == last || IsBlank(line + 1) || _apart.Contains(line + 1)))
            {
                yield return new TextChange(TextSpan.FromBounds(span.Start + end, span.End), "");
            }

            if (line > 0 && _apart.Contains(line) && !IsBlank(line - 1))
            {
                yield return new TextChange(new TextSpan(span.Start, 0), _newLine);
            }
        }

        var behind = _text.GetLineSpan(last).End;
        if (!_isFixed[last] && _text.Content[behind..] != _newLine)
        {
            yield return new TextChange(TextSpan.FromBounds(behind, _text.Length), _newLine);
        }
    }

    private int LastLine()
    {
        var last = _text.LineCount - 1;
        while (last > 0 && IsBlank(last))
        {
            last--;
        }

        return last;
    }

    private bool IsBlank(int line) => line < _text.LineCount && _text.GetLineSpan(line) is var span && _text.Content.AsSpan(span.Start, span.Length).IsWhiteSpace();

    private int NextStart(int line) => line + 1 < _text.LineCount ? _text.GetLineSpan(line + 1).Start : _text.Length;

    /// <summary>Lines of blocks in which blanks count, or may for somebody who reads them otherwise.</summary>
    private void FixLines(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is ListBlock or ListItemBlock or QuoteBlock && block is not Syntax.Dialects.AlertBlock)
            {
                FixLines((ContainerBlock)block);
            }
            else if (block is not (ParagraphBlock { Parser: not null } or HeadingBlock { Parser: not null } or ThematicBreakBlock or LinkReferenceDefinitionGroup or (Table and not HtmlTable)))
            {
                var span = InlineTextReader.SpanOf(block);
                var last = Math.Min(_text.LineCount, _text.GetLine(Math.Max(span.Start, span.End - 1)) + 1);
                Array.Fill(_isFixed, true, _text.GetLine(span.Start), last - _text.GetLine(span.Start));
            }
        }
    }
}
