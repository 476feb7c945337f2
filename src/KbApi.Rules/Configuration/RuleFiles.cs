using KbApi.Rules.Declarations;

namespace KbApi.Rules.Configuration;

/// <summary>Finds the files <c>kb-rules.yaml</c> that hold for documents on disk.</summary>
public static class RuleFiles
{
    /// <summary>What the files in the documents' folders and in those above say; it holds for all documents of the run.</summary>
    /// <param name="documents">The documents' paths, as findings name them.</param>
    public static RuleFile For(IEnumerable<string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return FoldersAbove.Of(documents, isLast: _ => false).Select(f => Path.Combine(f, RuleFile.FileName)).Where(File.Exists)
            .Aggregate(RuleFile.Empty, (all, path) => all.With(path, File.ReadAllText(path)));
    }
}
