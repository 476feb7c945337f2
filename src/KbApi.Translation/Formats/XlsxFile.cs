using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KbApi.Translation.Formats;

/// <summary>A workbook with one sheet: the first row and the first two columns stay in sight, texts wrap.</summary>
internal static class XlsxFile
{
    private const int WideColumn = 60;
    private const int NarrowColumn = 14;
    private const int HeaderStyle = 1;
    private const int TextStyle = 2;

    public static void Write(IEnumerable<string[]> rows, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: true);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "units" }));
        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { HorizontalSplit = 2, VerticalSplit = 1, TopLeftCell = "C2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(Column(1, 3, NarrowColumn), Column(4, 5, WideColumn), Column(6, 11, NarrowColumn * 2)));
        writer.WriteStartElement(new SheetData());
        var style = HeaderStyle;
        foreach (var row in rows)
        {
            writer.WriteStartElement(new Row());
            foreach (var cell in row)
            {
                writer.WriteElement(new Cell(new InlineString(new Text(Escape(cell)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = (uint)style });
            }

            writer.WriteEndElement();
            style = TextStyle;
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <exception cref="TranslationFormatException">It is no workbook, or unpacks to too much.</exception>
    public static IEnumerable<IReadOnlyList<string>> Read(ReadOnlyMemory<byte> bytes)
    {
        var stream = new MemoryStream(bytes.ToArray(), writable: false);
        try
        {
            CheckSize(stream);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = FormatLimits.MaxBytes });
            var workbook = document.WorkbookPart ?? throw new TranslationFormatException("The file is no workbook.");
            var shared = SharedTexts(workbook);
            var first = workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value;
            var sheet = first is not null && workbook.GetPartById(first) is WorksheetPart part ? part : throw new TranslationFormatException("The workbook has no sheet.");
            return ReadRows(sheet, shared);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidOperationException or InvalidDataException or FileFormatException or System.Xml.XmlException or ArgumentOutOfRangeException or FormatException and not TranslationFormatException)
        {
            throw new TranslationFormatException("The workbook can't be read: " + e.Message, e);
        }
    }

    /// <summary>A small file may unpack to a huge one. The lengths that it states are not believed: it is unpacked, and counted.</summary>
    private static void CheckSize(MemoryStream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var buffer = new byte[64 * 1024];
        var left = FormatLimits.MaxBytes;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                left -= read;
                if (left < 0)
                {
                    throw new TranslationFormatException($"The workbook unpacks to more than {FormatLimits.MaxBytes} bytes.");
                }
            }
        }

        stream.Position = 0;
    }

    private static List<string> SharedTexts(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(TextOf(reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }

    private static List<IReadOnlyList<string>> ReadRows(WorksheetPart sheet, List<string> shared)
    {
        var rows = new List<IReadOnlyList<string>>();
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                rows.Add(ReadRow((Row)reader.LoadCurrentElement()!, shared));
                if (rows.Count > FormatLimits.MaxUnits)
                {
                    throw new TranslationFormatException($"There are more than {FormatLimits.MaxUnits} rows.");
                }
            }
        }

        return rows;
    }

    private static List<string> ReadRow(Row row, List<string> shared)
    {
        const int mostColumns = 256;
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            while (cells.Count < Math.Min(column, mostColumns))
            {
                cells.Add("");
            }

            if (cells.Count == column)
            {
                cells.Add(ValueOf(cell, shared));
            }
        }

        return cells;
    }

    private static string ValueOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(cell.CellValue?.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
        }

        return cell.InlineString is { } inline ? TextOf(inline) : Unescape(cell.CellValue?.Text ?? "");
    }

    /// <summary>The text of a cell; what is said of how to read it aloud is left out.</summary>
    private static string TextOf(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants<Text>().Where(t => t.Parent is not PhoneticRun))
        {
            text.Append(part.Text);
        }

        return Unescape(text.ToString());
    }

    /// <summary>The letters of <c>AB12</c> as a number from 0.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.AsSpan()[..Math.Min(3, reference.Length)])
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                break;
            }

            column = (column * 26) + c - 'A' + 1;
        }

        return column - 1;
    }

    /// <summary>In workbooks, <c>_x000D_</c> is a character. Texts that have such a thing keep it.</summary>
    private static string Escape(string text) => text.Replace("_x", "_x005F_x", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        const int length = 7;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + length <= text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + length - 1] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += length - 1;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static Column Column(uint first, uint last, int width) => new() { Min = first, Max = last, Width = width, CustomWidth = true };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new DocumentFormat.OpenXml.Spreadsheet.Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
