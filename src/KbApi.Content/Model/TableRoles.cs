using System.Collections.Immutable;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Model;

/// <summary>What is kept of a table so that the same table in another locale can be read by it.</summary>
/// <param name="Section">The anchor of its section, or null.</param>
/// <param name="Columns">The number of its columns.</param>
/// <param name="Roles">What its columns are about; empty where its rows are no problems.</param>
/// <param name="HasEventColumn">Whether its codes are events'.</param>
/// <param name="IsHeaderKnown">Whether a lexicon knows what one of its headers says.</param>
internal sealed record TableRoles(string? Section, int Columns, ImmutableArray<ColumnRole> Roles, bool HasEventColumn, bool IsHeaderKnown)
{
    /// <summary>Whether its rows are problems.</summary>
    public bool ListsProblems => !Roles.IsEmpty;

    /// <summary>Whether another locale's table at the same place tells better what the columns are about.</summary>
    public bool CanLearnFrom(TableRoles other) => other.ListsProblems && !IsHeaderKnown && Columns == other.Columns;
}
