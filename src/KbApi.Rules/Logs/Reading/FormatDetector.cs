using KbApi.Rules.Logs.Vocabulary;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Tells the format of a log from what it begins with; names of files say nothing.</summary>
internal static class FormatDetector
{
    public static (LogFormat Format, IRecordReader Reader) Detect(ReadOnlySpan<char> text, bool isLast, LogVocabulary vocabulary, YearlessTime years)
    {
        var start = text.TrimStart();
        if (start.StartsWith("<?xml", StringComparison.Ordinal) || (!start.IsEmpty && start[0] == '<' && start.Length > 1 && (char.IsLetter(start[1]) || start[1] == '!')))
        {
            return (LogFormat.Xml, new XmlEventReader(vocabulary, years));
        }

        if (!start.IsEmpty && start[0] == '{')
        {
            return (LogFormat.JsonLines, new JsonLinesReader(vocabulary, years));
        }

        return CsvHeader.Find(text, isLast, vocabulary) is { } header
            ? (LogFormat.Csv, new CsvReader(vocabulary, header, years))
            : (LogFormat.Text, new PlainTextReader(vocabulary, TextForm.Find(text, vocabulary), years));
    }
}
