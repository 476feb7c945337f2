using System.Xml;
using KbApi.Rules.Catalog;
using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>
/// Reads Windows event XML, inside a root element or one event after the other. Each event is read by itself, so that a broken one does not take the
/// others with it. Document types are refused, and there is nothing that entities could be declared in.
/// </summary>
internal sealed class XmlEventReader(LogVocabulary vocabulary, YearlessTime years) : IRecordReader
{
    /// <summary>The longest part of a tag that may stand at the end of a text without being told.</summary>
    private const int LongestTagStart = 9;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly EventBuilder _fields = new(vocabulary, null, years);
    private bool _isInComment;

    public RecordStep Next(ReadOnlySpan<char> text, bool isLast, int line)
    {
        if (_isInComment)
        {
            return EndComment(text, isLast);
        }

        var (mark, start) = XmlSplitter.FindStart(text);
        if (mark == XmlSplitter.Mark.None || start > 0)
        {
            var used = start > 0 ? start : isLast ? text.Length : Math.Max(0, text.Length - LongestTagStart);
            return used == 0 ? RecordStep.More : new RecordStep(used);
        }

        if (mark == XmlSplitter.Mark.DocumentType)
        {
            return new RecordStep(0, Problem: LogDiagnostics.NotALog, Detail: "DOCTYPE", IsEnd: true);
        }

        if (mark == XmlSplitter.Mark.Comment)
        {
            _isInComment = true;
            return EndComment(text, isLast);
        }

        var length = XmlSplitter.FindEnd(text, out var next);
        return length > 0 ? Read(text[..length], line)
            : next > 0 ? Broken(next)
            : isLast ? Broken(text.Length)
            : RecordStep.More;
    }

    /// <summary>As much is let go as a record may have, and behind it the next event is looked for: no character is looked at often.</summary>
    public RecordStep Drop(ReadOnlySpan<char> text) => new(LogLimits.RecordLength, Problem: LogDiagnostics.RecordTooLong);

    private RecordStep EndComment(ReadOnlySpan<char> text, bool isLast)
    {
        var end = text.IndexOf("-->", StringComparison.Ordinal);
        _isInComment = end < 0;
        var used = end >= 0 ? end + 3 : isLast ? text.Length : Math.Max(0, text.Length - LongestTagStart);
        return used == 0 ? RecordStep.More : new RecordStep(used);
    }

    private static RecordStep Broken(int length) => new(length, Problem: LogDiagnostics.RecordBroken, Detail: "XML");

    private RecordStep Read(ReadOnlySpan<char> xml, int line)
    {
        _fields.Clear();
        try
        {
            using var text = new StringReader(xml.ToString());
            using var reader = XmlReader.Create(text, Settings);
            Read(reader);
            return new RecordStep(xml.Length, _fields.Build(line));
        }
        catch (XmlException)
        {
            return Broken(xml.Length);
        }
    }

    private void Read(XmlReader reader)
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "Provider":
                    _fields.Set(LogField.Source, reader.GetAttribute("Name") ?? reader.GetAttribute("EventSourceName"));
                    reader.Read();
                    break;
                case "TimeCreated":
                    _fields.Set(LogField.Time, reader.GetAttribute("SystemTime"));
                    reader.Read();
                    break;
                case "Correlation":
                    _fields.Set(LogField.TrackingId, reader.GetAttribute("ActivityID"));
                    reader.Read();
                    break;
                case "EventID":
                    _fields.Set(LogField.EventId, reader.ReadElementContentAsString());
                    break;
                case "Level":
                    // The number stands before the word, and is the same in all languages.
                    _fields.Set(LogField.Level, reader.ReadElementContentAsString());
                    break;
                case "Computer":
                    _fields.Set(LogField.Machine, reader.ReadElementContentAsString());
                    break;
                case "Message":
                    _fields.Set(LogField.Message, reader.ReadElementContentAsString());
                    break;
                case "Data":
                    ReadData(reader);
                    break;
                default:
                    reader.Read();
                    break;
            }
        }
    }

    private void ReadData(XmlReader reader)
    {
        var name = reader.GetAttribute("Name");
        var value = reader.ReadElementContentAsString();
        if (vocabulary.FieldOf(name) is { Field: LogField.TrackingId } tracking)
        {
            _fields.Add(tracking, value);
        }

        _fields.Append(value);
    }
}
