namespace KbApi.Server.Budget;

/// <summary>How much an answer says.</summary>
internal enum Detail
{
    /// <summary>What it is and what to do.</summary>
    Brief,

    /// <summary>All that the document says of it.</summary>
    Standard,

    /// <summary>Also what it refers to: procedures, titles of related entries.</summary>
    Full,
}
