using KbApi.Content.Codes;
using KbApi.Content.Text;

namespace KbApi.Content.Model;

/// <summary>How a code belongs to an entry.</summary>
public enum CodeRole
{
    /// <summary>The entry is what this code means.</summary>
    Identifying,

    /// <summary>The code comes up when the problem occurs, and also means something of its own.</summary>
    Mentioned,
}

/// <summary>A code of an entry.</summary>
/// <param name="Code">The code in canonical form.</param>
/// <param name="Role">Whether the entry is about the code or mentions it.</param>
/// <param name="Span">Where it stands; empty at the entry's beginning where only the name of the file tells it.</param>
public sealed record EntryCode(ErrorCode Code, CodeRole Role, TextSpan Span);
