using System.Buffers;
using System.Text;

namespace KbApi.Translation.Formats;

/// <summary>Comma-separated values as RFC 4180 has them. Reads those with semicolons and tabs, too, which spreadsheets of many languages write.</summary>
internal static class CsvFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    public static void Write(IEnumerable<string[]> rows, Stream stream)
    {
        // With the mark, spreadsheets read UTF-8.
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    /// <exception cref="TranslationFormatException">It is no text, or a quote is not closed.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            var encoding = bytes.StartsWith((byte[])[0xFF, 0xFE]) ? Encoding.Unicode : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            text = encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new TranslationFormatException("The file is neither XLIFF, JSON, a workbook, nor text in UTF-8.", e);
        }

        return Rows(text, SeparatorOf(text));
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front, as a person would type it.</summary>
    private static string Cell(string text)
    {
        var safe = IsFormula(text) || text is ['\'', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }

    private static bool IsFormula(string text) => text is ['=' or '+' or '-' or '@', ..];

    private static string Value(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text is ['\'', .. var rest] && (IsFormula(rest) || rest is ['\'', ..]) ? rest : text;
    }

    /// <summary>Whichever stands first behind the first name.</summary>
    private static char SeparatorOf(string text)
    {
        var at = text.AsSpan().IndexOfAny(",;\t");
        return at < 0 ? ',' : text[at];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string text, char separator)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var (isQuoted, wasQuoted, line, opened) = (false, false, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (cell.Length > FormatLimits.MaxText)
            {
                throw new TranslationFormatException($"Line {line}: a cell has more than {FormatLimits.MaxText} characters.");
            }

            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0 && !wasQuoted)
            {
                (isQuoted, wasQuoted, opened) = (true, true, line);
            }
            else if (c == separator)
            {
                row.Add(Value(cell));
                wasQuoted = false;
            }
            else if (c == '\n')
            {
                row.Add(Value(cell));
                yield return row;
                row = [];
                wasQuoted = false;
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (isQuoted)
        {
            throw new TranslationFormatException($"Line {opened}: a quote is not closed.");
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(Value(cell));
            yield return row;
        }
    }
}
