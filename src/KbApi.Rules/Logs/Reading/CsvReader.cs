using KbApi.Rules.Catalog;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Reads rows below a header of names, as Event Viewer and <c>Export-Csv</c> write them.</summary>
internal sealed class CsvReader(LogVocabulary vocabulary, CsvHeader header, YearlessTime years) : IRecordReader
{
    private readonly LineSplitter _lines = new();
    private readonly EventBuilder _fields = new(vocabulary, header.Dates, years);
    private readonly List<Range> _values = [];
    private int _rowsBeforeData = header.Row;

    public RecordStep Next(ReadOnlySpan<char> text, bool isLast, int line)
    {
        if (_lines.Rest(text) is { } rest)
        {
            return rest;
        }

        var length = CsvRow.Split(text, header.Delimiter, isLast, _values);
        if (length == 0 && !isLast)
        {
            return RecordStep.More;
        }

        if (length <= 0)
        {
            return NeverClosed(text);
        }

        if (_rowsBeforeData >= 0)
        {
            _rowsBeforeData--;
            return new RecordStep(length);
        }

        return text[..length].IsWhiteSpace() ? new RecordStep(length) : Read(text, length, line);
    }

    /// <summary>A quote that is never closed takes the row's first line with it, not the rows below.</summary>
    public RecordStep Drop(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        if (end < 0)
        {
            _lines.Drop();
        }

        return new RecordStep(end < 0 ? 0 : end + 1, Problem: LogDiagnostics.RecordTooLong);
    }

    private static RecordStep NeverClosed(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return new RecordStep(end < 0 ? text.Length : end + 1, Problem: LogDiagnostics.RecordBroken, Detail: "CSV");
    }

    private RecordStep Read(ReadOnlySpan<char> text, int length, int line)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            var value = CsvRow.Unquote(text[_values[i]]);
            if (i < header.Columns.Length)
            {
                if (header.Columns[i] is { } name)
                {
                    _fields.Add(name, value);
                }
            }
            else if (!header.HasMessage)
            {
                // Event Viewer writes the text into a column that its header does not name.
                _fields.Set(LogField.Message, value);
            }
        }

        return _fields.IsEmpty
            ? new RecordStep(length, Problem: LogDiagnostics.RecordBroken, Detail: "CSV")
            : new RecordStep(length, _fields.Build(line));
    }
}
