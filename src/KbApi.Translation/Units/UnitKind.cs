namespace KbApi.Translation.Units;

/// <summary>What a unit of translation is in its document.</summary>
public enum UnitKind
{
    /// <summary>A field of the front matter.</summary>
    Metadata,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A paragraph of a list item.</summary>
    Item,

    /// <summary>A paragraph of a quotation or an alert.</summary>
    Quote,

    /// <summary>A cell of a table's header.</summary>
    Header,

    /// <summary>A cell of a table.</summary>
    Cell,
}
