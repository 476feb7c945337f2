using System.Text;
using System.Xml;

namespace KbApi.Translation.Formats;

/// <summary>How XML is written and read.</summary>
internal static class XliffSettings
{
    public static XmlWriterSettings ForWriting { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Keeps the writer from putting its indentation into a text that begins with an element.</summary>
    public static void BeginText(XmlWriter xml) => xml.WriteRaw("");

    /// <summary>No document type, no other files, no end of input: files come from outside.</summary>
    public static XmlReaderSettings ForReading { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = FormatLimits.MaxBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };
}
