using System.Collections.Immutable;
using System.Resources;

namespace KbApi.Content.Diagnostics;

/// <summary>What the reader reports about files: KB1001 to KB1019.</summary>
public static class ReadingDiagnostics
{
    private const string Category = "structure";

    private static readonly ResourceManager Texts =
        new("KbApi.Content.Diagnostics.ReadingDiagnostics", typeof(ReadingDiagnostics).Assembly);

    /// <summary>The file cannot be opened or read from disk.</summary>
    public static DiagnosticDescriptor CannotOpen { get; } = Error("KB1001", nameof(CannotOpen));

    /// <summary>The file holds binary data.</summary>
    public static DiagnosticDescriptor Binary { get; } = Error("KB1002", nameof(Binary));

    /// <summary>The file's bytes are not valid in its encoding.</summary>
    public static DiagnosticDescriptor InvalidEncoding { get; } = Error("KB1003", nameof(InvalidEncoding));

    /// <summary>The file is larger than the reader accepts.</summary>
    public static DiagnosticDescriptor TooLarge { get; } = Error("KB1004", nameof(TooLarge));

    /// <summary>The file has no text.</summary>
    public static DiagnosticDescriptor Empty { get; } = Error("KB1005", nameof(Empty));

    /// <summary>Lines nest deeper than the reader accepts and were left out.</summary>
    public static DiagnosticDescriptor NestedTooDeep { get; } = Error("KB1006", nameof(NestedTooDeep));

    /// <summary>A block holds more inline mark-up than the reader accepts; its text was left out.</summary>
    public static DiagnosticDescriptor TooManyDelimiters { get; } = Error("KB1007", nameof(TooManyDelimiters));

    /// <summary>The Markdown parser could not read the file.</summary>
    public static DiagnosticDescriptor ParserGaveUp { get; } = Error("KB1008", nameof(ParserGaveUp));

    /// <summary>The front matter is no YAML mapping.</summary>
    public static DiagnosticDescriptor FrontMatter { get; } = Warning("KB1009", nameof(FrontMatter));

    /// <summary>Two files are the same article in the same locale.</summary>
    public static DiagnosticDescriptor SameArticle { get; } = Error("KB1010", nameof(SameArticle));

    /// <summary>A file that configures the reader (schemes, lexicons) is wrong.</summary>
    public static DiagnosticDescriptor Configuration { get; } = Error("KB1011", nameof(Configuration));

    /// <summary>The document has more headings than the reader accepts; the others are read as text.</summary>
    public static DiagnosticDescriptor TooManyHeadings { get; } = Error("KB1012", nameof(TooManyHeadings));

    /// <summary>The document has more tables and underlined headings than the reader accepts; the others are read as text.</summary>
    public static DiagnosticDescriptor TooManyTables { get; } = Error("KB1013", nameof(TooManyTables));

    /// <summary>The document's tables have more cells than the reader accepts; the rows that follow have one.</summary>
    public static DiagnosticDescriptor TooManyCells { get; } = Error("KB1014", nameof(TooManyCells));

    /// <summary>A row has more cells than the reader accepts; the last one takes the others.</summary>
    public static DiagnosticDescriptor RowTooWide { get; } = Error("KB1015", nameof(RowTooWide));

    /// <summary>The document has more link definitions than the reader accepts; the others are read as text.</summary>
    public static DiagnosticDescriptor TooManyDefinitions { get; } = Error("KB1016", nameof(TooManyDefinitions));

    /// <summary>A paragraph has more lines than the reader accepts and was divided.</summary>
    public static DiagnosticDescriptor ParagraphTooLong { get; } = Warning("KB1017", nameof(ParagraphTooLong));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        CannotOpen, Binary, InvalidEncoding, TooLarge, Empty, NestedTooDeep, TooManyDelimiters, ParserGaveUp, FrontMatter, SameArticle, Configuration,
        TooManyHeadings, TooManyTables, TooManyCells, RowTooWide, TooManyDefinitions, ParagraphTooLong,
    ];

    private static DiagnosticDescriptor Error(string id, string name) => Create(id, name, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string name) => Create(id, name, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string name, DiagnosticSeverity severity) =>
        new(id, Category, severity, new LocalizableText(Texts, name + "Title"), new LocalizableText(Texts, name + "Message"));
}
