using System.Reflection;
using KbApi.Content.Loading;

namespace KbApi.Server.Hosting;

/// <summary>The content that is used when none is named.</summary>
public static class BundledContent
{
    private const string Folder = "content";
    private const string ResourcePrefix = Folder + "/";

    /// <summary>The folder, file, pack or address that the environment variable KB_CONTENT names, else <c>content</c> in the current folder, else the copy beside the program.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("KB_CONTENT") is { Length: > 0 } named)
        {
            return named;
        }

        return Directory.Exists(Folder) ? Folder : Path.Combine(AppContext.BaseDirectory, Folder);
    }

    /// <summary>Content and the server's own articles: what is served. Where content has a file of the same name, that counts.</summary>
    public static IReadOnlyList<ContentFile> WithOwnArticles(IReadOnlyList<ContentFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return With(files, OwnArticles());
    }

    /// <summary>As <see cref="WithOwnArticles"/>, with own articles that were read before.</summary>
    /// <param name="files">The files, in order of their paths.</param>
    /// <param name="own">The own articles.</param>
    internal static IReadOnlyList<ContentFile> With(IReadOnlyList<ContentFile> files, IReadOnlyList<ContentFile> own)
    {
        List<ContentFile> all = [.. files];
        foreach (var article in own)
        {
            var place = all.BinarySearch(article, InOrder);
            if (place < 0)
            {
                all.Insert(~place, article);
            }
        }

        return all;
    }

    /// <summary>The articles that the server's own problem types resolve to; served beside any content.</summary>
    internal static IReadOnlyList<ContentFile> OwnArticles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => ContentFile.InMemory(n[ResourcePrefix.Length..], Bytes(assembly, n)))];
    }

    private static Comparer<ContentFile> InOrder { get; } = Comparer<ContentFile>.Create((x, y) => string.CompareOrdinal(x.RelativePath, y.RelativePath));

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
