using KbApi.Translation.Export;

namespace KbApi.Translation.Formats;

/// <summary>Writes and reads files of translations.</summary>
public static class TranslationFiles
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = FormatLimits.MaxBytes;

    /// <summary>The ending of a format's files, with the dot.</summary>
    public static string ExtensionOf(TranslationFormat format) => format switch
    {
        TranslationFormat.Csv => ".csv",
        TranslationFormat.Xlsx => ".xlsx",
        TranslationFormat.Json => ".json",
        _ => ".xlf",
    };

    /// <summary>Writes an export.</summary>
    /// <param name="export">What is written.</param>
    /// <param name="format">The kind of file.</param>
    /// <param name="stream">Where to; left open. A workbook needs one that can seek.</param>
    public static void Write(TranslationExport export, TranslationFormat format, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(stream);
        switch (format)
        {
            case TranslationFormat.Xliff21:
                Xliff2Writer.Write(export, stream);
                break;
            case TranslationFormat.Xliff12:
                Xliff12Writer.Write(export, stream);
                break;
            case TranslationFormat.Csv:
                CsvFile.Write(TranslationTable.Of(export), stream);
                break;
            case TranslationFormat.Xlsx:
                XlsxFile.Write(TranslationTable.Of(export), stream);
                break;
            case TranslationFormat.Json:
                JsonFile.Write(export, stream);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }
    }

    /// <summary>Reads a file; what it is shows its beginning.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="TranslationFormatException">It is no file of translations, or too large.</exception>
    public static ImportedFile Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > FormatLimits.MaxBytes)
        {
            throw new TranslationFormatException($"The file has more than {FormatLimits.MaxBytes} bytes.");
        }

        var content = bytes.Span;
        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            return TranslationTable.Read(XlsxFile.Read(bytes));
        }

        return FirstCharacter(content) switch
        {
            '<' => XliffReader.Read(bytes),
            '{' => JsonFile.Read(bytes),
            _ => TranslationTable.Read(CsvFile.Read(content)),
        };
    }

    /// <summary>The first byte that is no blank and no byte order mark, as far as they go in UTF-8 and UTF-16.</summary>
    private static char FirstCharacter(ReadOnlySpan<byte> content)
    {
        foreach (var b in content)
        {
            if (b is not (0xEF or 0xBB or 0xBF or 0xFF or 0xFE or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return (char)b;
            }
        }

        return '\0';
    }
}
