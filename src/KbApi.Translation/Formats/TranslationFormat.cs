namespace KbApi.Translation.Formats;

/// <summary>The kinds of files that translations travel in.</summary>
public enum TranslationFormat
{
    /// <summary>XLIFF 2.1 (OASIS, ISO 21720).</summary>
    Xliff21,

    /// <summary>XLIFF 1.2, for older tools.</summary>
    Xliff12,

    /// <summary>Comma-separated values (RFC 4180), UTF-8 with a byte order mark.</summary>
    Csv,

    /// <summary>A workbook of Office Open XML.</summary>
    Xlsx,

    /// <summary>JSON.</summary>
    Json,
}
