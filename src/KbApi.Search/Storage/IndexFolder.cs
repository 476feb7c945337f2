using KbApi.Search.Indexing;

namespace KbApi.Search.Storage;

/// <summary>The files of a stored index besides Lucene's.</summary>
internal static class IndexFolder
{
    private const string ModelFile = "languages.txt";

    public static void WriteModel(string folder, LanguageModel model)
    {
        Directory.CreateDirectory(folder);
        using var writer = new StreamWriter(Path.Combine(folder, ModelFile)) { NewLine = "\n" };
        model.Write(writer);
    }

    /// <exception cref="IOException">There is no model.</exception>
    /// <exception cref="InvalidDataException">The model is damaged.</exception>
    public static LanguageModel ReadModel(string folder) => LanguageModel.Read(File.ReadLines(Path.Combine(folder, ModelFile)));

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(f => Path.GetFileName(f) != "write.lock"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
