using System.Collections.Concurrent;
using KbApi.Content.Syntax.Includes;
using KbApi.Content.Text;

namespace KbApi.Content.Loading;

/// <summary>The documents of a knowledge base as files that others include. Safe for several threads.</summary>
internal sealed class ContentIncludes(IEnumerable<ContentFile> files, LoadOptions options)
{
    /// <summary>Made where something is included, which is rare.</summary>
    private readonly Lazy<Dictionary<string, ContentFile>> _files = new(() => files.DistinctBy(f => f.RelativePath, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(f => f.RelativePath, StringComparer.OrdinalIgnoreCase));

    private readonly ConcurrentDictionary<string, SourceText?> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The files as the document with a relative path sees them.</summary>
    public Lookup For(string relativePath) => new(this, relativePath);

    /// <summary>What tells whether a file has changed; null where there is none.</summary>
    public string? StampOf(string name) => _files.Value.GetValueOrDefault(name)?.Stamp;

    private SourceText? TextOf(ContentFile file) => _texts.GetOrAdd(file.RelativePath, _ => Read(file));

    private SourceText? Read(ContentFile file)
    {
        try
        {
            return file.Length > options.MaxFileBytes ? null : TextDecoder.Decode(file.Read(), file.ShownPath).Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reported where the file itself is read.
            return null;
        }
    }

    /// <summary>Remembers what a document looked for, so that it is read again when that changes.</summary>
    internal sealed class Lookup(ContentIncludes files, string document) : IIncludedFiles
    {
        private readonly Dictionary<string, string?> _used = new(StringComparer.OrdinalIgnoreCase);

        public string Document => document;

        /// <summary>The names of the files that were looked for, and their stamps.</summary>
        public IReadOnlyDictionary<string, string?> Used => _used;

        public IncludedFile? Find(string from, string path)
        {
            if (IncludePath.Resolve(from, path) is not { } name)
            {
                return null;
            }

            var file = files._files.Value.GetValueOrDefault(name);
            _used[name] = file?.Stamp;
            return file is null ? null : new IncludedFile(file.RelativePath, files.TextOf(file));
        }
    }
}
