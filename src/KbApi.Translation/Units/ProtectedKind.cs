namespace KbApi.Translation.Units;

/// <summary>What a piece of a text is that a translator may move and must not change.</summary>
public enum ProtectedKind
{
    /// <summary>Text in code marks.</summary>
    Code,

    /// <summary>An error code, an identifier, the name of a file.</summary>
    Name,

    /// <summary>What stands for a text that differs: <c>&lt;name&gt;</c>, <c>{0}</c>, <c>%1</c>.</summary>
    Placeholder,

    /// <summary>A web or mail address.</summary>
    Address,

    /// <summary>A tag of HTML, or a comment.</summary>
    Tag,

    /// <summary>A forced line break.</summary>
    Break,

    /// <summary>A character that is written with a backslash or as an entity, or that other programs could not carry.</summary>
    Escape,

    /// <summary>Mark-up of a dialect: alerts, includes, references.</summary>
    Markup,

    /// <summary>Emphasis, around a text.</summary>
    Emphasis,

    /// <summary>Strong emphasis, around a text.</summary>
    Strong,

    /// <summary>A link, around its text.</summary>
    Link,

    /// <summary>A picture, around the text that stands for it.</summary>
    Image,
}
