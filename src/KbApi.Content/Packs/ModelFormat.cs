namespace KbApi.Content.Packs;

/// <summary>
/// The file of a model, numbers with the lowest byte first: eight bytes that say what it is, the version of the format, the number of sections,
/// and for each its kind, its view, its offset and its length; then the sections. A view is a choice of the articles: all, or those of the
/// content alone.
/// </summary>
internal static class ModelFormat
{
    /// <summary>Changes with any change of what the file holds, or of what reading makes of the same text.</summary>
    public const int Version = 1;

    public const int HeaderLength = 16;
    public const int SectionLength = 24;

    /// <summary>More than are ever written.</summary>
    public const int MostSections = 64;

    /// <summary>A row of the table of articles: where the record begins, and its length.</summary>
    public const int RowLength = 12;

    /// <summary>An article takes no more as a record: sixteen times the largest file that is read.</summary>
    public const int LongestRecord = 256 * 1024 * 1024;

    public static ReadOnlySpan<byte> Magic => "KBMODEL\n"u8;
}

/// <summary>What a section holds.</summary>
internal enum ModelSection
{
    /// <summary>Texts of articles in UTF-8, one behind the other.</summary>
    Texts,

    /// <summary>Records of articles, one behind the other.</summary>
    Records,

    /// <summary>Where each record is.</summary>
    Rows,

    /// <summary>What holds for a view as a whole: ids, locales, schemes, what reading found.</summary>
    Facts,

    /// <summary>Articles by id, as the other kinds of items.</summary>
    Articles,

    /// <summary>Entries by id.</summary>
    Entries,

    /// <summary>Procedures by id.</summary>
    Procedures,

    /// <summary>Ladders by id.</summary>
    Ladders,

    /// <summary>Checklists by id.</summary>
    Checklists,

    /// <summary>Operations by id.</summary>
    Operations,

    /// <summary>Services by id.</summary>
    States,

    /// <summary>Signs of life by id.</summary>
    Heartbeats,

    /// <summary>Entries by code.</summary>
    Codes,
}
