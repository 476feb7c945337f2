using KbApi.Rules.Catalog;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Reads lines of text: what is known about a record is what stands behind labels, and its time where the line begins with one.</summary>
internal sealed class PlainTextReader(LogVocabulary vocabulary, TextForm form, YearlessTime years) : IRecordReader
{
    /// <summary>Lines that go on with a record belong to it up to here; a stack trace is shorter.</summary>
    private const int MostContinued = LogLimits.RecordLength / 4;
    private const int CharsThatTell = 200;
    private const int MostWordsBeforeLevel = 4;

    private readonly LineSplitter _lines = new();
    private readonly EventBuilder _fields = new(vocabulary, null, years);

    public RecordStep Next(ReadOnlySpan<char> text, bool isLast, int line)
    {
        if (_lines.Rest(text) is { } rest)
        {
            return rest;
        }

        for (var end = 0; ;)
        {
            if (end == text.Length && isLast)
            {
                return Read(text, line);
            }

            if (LineSplitter.First(text[end..], isLast) is not var (length, used))
            {
                // Whether a record begins is told by the beginning of its line, wherever that ends.
                var isTold = end > 0 && text.Length - end >= CharsThatTell;
                return isTold && (end >= MostContinued || form.IsHead(text.Slice(end, CharsThatTell))) ? Read(text[..end], line) : RecordStep.More;
            }

            if (end > 0 && (end >= MostContinued || form.IsHead(text.Slice(end, Math.Min(length, CharsThatTell)))))
            {
                return Read(text[..end], line);
            }

            end += used;
        }
    }

    public RecordStep Drop(ReadOnlySpan<char> text)
    {
        _lines.Drop();
        return new RecordStep(0, Problem: LogDiagnostics.RecordTooLong);
    }

    private RecordStep Read(ReadOnlySpan<char> text, int line)
    {
        if (text.IsWhiteSpace())
        {
            return new RecordStep(text.Length);
        }

        _fields.Clear();
        if (form.Layout == TextLayout.Labels)
        {
            ReadLabels(text);
        }
        else
        {
            ReadLine(text);
        }

        return new RecordStep(text.Length, _fields.Build(line));
    }

    private void ReadLine(ReadOnlySpan<char> text)
    {
        var length = form.Layout == TextLayout.Times ? TextForm.TimeLength(text) : 0;
        _fields.Set(LogField.Time, text[..length].Trim("[]"));
        text = text[length..];
        ReadLevel(text);
        InlineLabels.Read(text, vocabulary, _fields);
        _fields.Append(text);
    }

    private void ReadLevel(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text[..Math.Min(text.Length, 100)].Split(' '))
        {
            var word = text[range].Trim("[]()|:,");
            if (word.Length > 1 && vocabulary.LevelOf(word) is not null)
            {
                _fields.Set(LogField.Level, word);
                return;
            }

            words += word.IsEmpty ? 0 : 1;
            if (words == MostWordsBeforeLevel)
            {
                return;
            }
        }
    }

    /// <summary>A label a line; behind the message's all is message.</summary>
    private void ReadLabels(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var line = (end < 0 ? text : text[..end]).Trim();
            if (TextForm.LabelOf(line) is { } label && vocabulary.FieldOf(label) is { } name)
            {
                if (name.Field == LogField.Message)
                {
                    _fields.Add(name, text[(text.IndexOf(':') + 1)..]);
                    return;
                }

                _fields.Add(name, line[(line.IndexOf(':') + 1)..]);
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }
    }
}
