namespace KbApi.Content.Model;

/// <summary>Which version of a document this is, as far as it says so itself.</summary>
/// <param name="Date">The date that it gives itself, as written, or null.</param>
/// <param name="SourceRevision">The revision of the original that a translation was made from, or null.</param>
/// <param name="Translation">How it was translated (<c>HT</c> by people, <c>MT</c> by machine), or null.</param>
/// <param name="ContentHash">SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits.</param>
public sealed record Revision(string? Date, string? SourceRevision, string? Translation, string ContentHash);
