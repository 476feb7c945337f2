using System.Text;
using System.Text.Json;
using KbApi.Rules.Catalog;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Reads a JSON object a line; its fields may stand in objects of their own.</summary>
internal sealed class JsonLinesReader(LogVocabulary vocabulary, YearlessTime years) : IRecordReader
{
    private const int MostDepth = 16;

    private readonly LineSplitter _lines = new();
    private readonly EventBuilder _fields = new(vocabulary, null, years);
    private readonly string?[] _path = new string?[MostDepth + 1];
    private byte[] _utf8 = new byte[4096];

    public RecordStep Next(ReadOnlySpan<char> text, bool isLast, int line)
    {
        if (_lines.Rest(text) is { } rest)
        {
            return rest;
        }

        if (LineSplitter.First(text, isLast) is not var (length, used))
        {
            return RecordStep.More;
        }

        var json = text[..length].Trim();
        return json.IsEmpty ? new RecordStep(used) : Read(json, used, line);
    }

    public RecordStep Drop(ReadOnlySpan<char> text)
    {
        _lines.Drop();
        return new RecordStep(0, Problem: LogDiagnostics.RecordTooLong);
    }

    private RecordStep Read(ReadOnlySpan<char> json, int used, int line)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(json.Length);
        if (_utf8.Length < needed)
        {
            _utf8 = new byte[needed];
        }

        _fields.Clear();
        try
        {
            var reader = new Utf8JsonReader(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(json, _utf8)), new JsonReaderOptions { MaxDepth = MostDepth });
            ReadObject(ref reader);
            return new RecordStep(used, _fields.Build(line));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Escapes such as \ud800 alone are InvalidOperationException.
            return new RecordStep(used, Problem: LogDiagnostics.RecordBroken, Detail: "JSON");
        }
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _path[reader.CurrentDepth] = reader.GetString();
                    break;
                case JsonTokenType.StartArray:
                    reader.Skip();
                    break;
                case JsonTokenType.String:
                    Add(reader.CurrentDepth, reader.GetString()!);
                    break;
                case JsonTokenType.Number:
                    Add(reader.CurrentDepth, Encoding.UTF8.GetString(reader.ValueSpan));
                    break;
            }
        }
    }

    private void Add(int depth, string value)
    {
        // The whole path is surer than the last name alone; deeper than the record's own members, the last name says nothing.
        if (depth == 1 && vocabulary.FieldOf(_path[1]) is { } field)
        {
            _fields.Add(field, value);
        }
        else if (depth is > 1 and <= 3 && vocabulary.FieldOf(string.Join('.', _path[1..(depth + 1)])) is { } nested)
        {
            _fields.Add(nested, value);
        }
    }
}
