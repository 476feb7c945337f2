using KbApi.Content.Text;

namespace KbApi.Content.Syntax.Includes;

/// <summary>A file that others include.</summary>
/// <param name="Name">What tells it from all others: its path below the root of the content.</param>
/// <param name="Text">Its text; null where it cannot be read.</param>
internal readonly record struct IncludedFile(string Name, SourceText? Text);

/// <summary>The files that documents may include. What is not among them is not looked for anywhere else.</summary>
internal interface IIncludedFiles
{
    /// <summary>The name of the document that is being read.</summary>
    public string Document { get; }

    /// <summary>The file that another one includes, or null where there is none.</summary>
    /// <param name="from">The name of the file that includes it.</param>
    /// <param name="path">The path as it is written there.</param>
    public IncludedFile? Find(string from, string path);
}
