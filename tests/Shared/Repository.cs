using System.Runtime.CompilerServices;

namespace KbApi.Tests;

/// <summary>Where the tests find the content of this repository, and the documents beside it that only some machines have.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Content { get; } = Path.Combine(Root, "content");

    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    public static string Seed { get; } = Path.Combine(Corpus, "seed.sv-SE.md");

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}

/// <summary>A test that needs the documents beside the repository; skipped where they are not.</summary>
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = CorpusTests.Reason;
}

/// <summary>The same for tests with data.</summary>
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = CorpusTests.Reason;
}

file static class CorpusTests
{
    public static string? Reason { get; } =
        File.Exists(Repository.Seed) ? null : "The documents of ../shared/corpus are not on this machine.";
}
