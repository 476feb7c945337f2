using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Content.Loading;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>
/// The documents below one open folder, those that are open as they stand in the editor. Changes are taken one after the other; what
/// is made of them is made when somebody asks, once for each state, by whichever thread asks first.
/// </summary>
internal sealed class ContentFolder
{
    private const string DefaultContent = "content";

    /// <summary>More files of one name than there are locales are not one article.</summary>
    private const int MostOfOneName = 40;

    /// <summary>So many files are read before anybody notices.</summary>
    private const int FewFiles = 200;

    private readonly LanguageSettings _settings;
    private readonly KnowledgeBaseLoader _loader;
    private ImmutableDictionary<string, OpenDocument> _open = ImmutableDictionary.Create<string, OpenDocument>(DocumentUri.PathComparer);
    private Lazy<FolderFiles> _files;
    private Lazy<RuleSession> _rules;
    private Lazy<ContentSnapshot> _snapshot;
    private volatile bool _isRead;

    /// <param name="path">The folder's full path; null for documents that lie in none, each of which is looked at for itself.</param>
    /// <param name="settings">What the session is set to.</param>
    public ContentFolder(string? path, LanguageSettings settings)
    {
        Path = path;
        _settings = settings;
        _loader = new KnowledgeBaseLoader(LoadOptions);
        _files = new Lazy<FolderFiles>(ListFiles);
        _rules = new Lazy<RuleSession>(() => RuleSession.Create(_files.Value.Files, settings.Plugins));
        _snapshot = Next();
    }

    public string? Path { get; }

    /// <summary>Told how many files of how many were read.</summary>
    public Action<int, int>? Progress { get; set; }

    public LoadOptions LoadOptions => new() { DefaultLocale = _settings.DefaultLocale };

    /// <summary>The state that all changes so far have made. What it holds is computed when it is first looked at.</summary>
    public Lazy<ContentSnapshot> Current => _snapshot;

    /// <summary>Whether all documents have been read once; from then on only what changes is.</summary>
    public bool IsRead => _isRead;

    /// <summary>Whether reading it takes so long that somebody would wait.</summary>
    public bool IsLarge => _files.Value.Files.Count > FewFiles;

    /// <summary>
    /// An open document with the files of the same name, which are most likely the same article in other locales; all else is left out. Whoever asks first reads them.
    /// </summary>
    public Lazy<ContentSnapshot> Alone(OpenDocument document)
    {
        var (open, files, rules) = (_open, _files, _rules);
        return new Lazy<ContentSnapshot>(() =>
        {
            var name = System.IO.Path.GetFileName(document.Path);
            var all = files.Value.With(open.Values);
            var named = all.Where(f => DocumentUri.PathComparer.Equals(System.IO.Path.GetFileName(f.Path), name)).ToList();
            IReadOnlyList<ContentFile> some = named.Count <= MostOfOneName ? named : [.. named.Where(f => DocumentUri.PathComparer.Equals(System.IO.Path.GetFullPath(f.Path), document.Path))];
            return new ContentSnapshot(new KnowledgeBaseLoader(LoadOptions).Load(some), some, open, rules.Value, _settings, LoadOptions);
        });
    }

    /// <summary>Whether a document belongs to this folder, as content or as something else.</summary>
    public bool Encloses(string path) => Path is null || FolderFiles.IsBelow(path, Path);

    /// <summary>Puts a document as it stands in the editor in the place of its file.</summary>
    public void Show(OpenDocument document)
    {
        _open = _open.SetItem(document.Path, document);
        _snapshot = Next();
    }

    /// <summary>Goes back to the file of a document, where it was shown.</summary>
    public void Forget(string path)
    {
        if (_open.ContainsKey(path))
        {
            _open = _open.Remove(path);
            Refresh(isAboutRules: false);
        }
    }

    /// <summary>Looks at the disk again.</summary>
    /// <param name="isAboutRules">Whether settings of rules may have changed.</param>
    public void Refresh(bool isAboutRules)
    {
        var before = _files;
        var rules = _rules;
        var files = _files = new Lazy<FolderFiles>(ListFiles);
        _rules = new Lazy<RuleSession>(() => !isAboutRules && rules.IsValueCreated && before.IsValueCreated && before.Value.HasSamePaths(files.Value)
            ? rules.Value
            : RuleSession.Create(files.Value.Files, _settings.Plugins));
        _snapshot = Next();
    }

    private Lazy<ContentSnapshot> Next()
    {
        var (open, files, rules) = (_open, _files, _rules);
        return new Lazy<ContentSnapshot>(() =>
        {
            var all = files.Value.With(open.Values);
            var progress = Progress is { } report ? new CountedProgress(count => report(count, all.Count)) : null;
            var snapshot = new ContentSnapshot(_loader.Load(all, progress), all, open, rules.Value, _settings, LoadOptions);
            _isRead = true;
            return snapshot;
        });
    }

    private FolderFiles ListFiles()
    {
        if (Path is null)
        {
            return FolderFiles.None;
        }

        var named = _settings.Content.Select(c => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, c))).ToList();
        var usual = System.IO.Path.Combine(Path, DefaultContent);
        var paths = named.Count > 0 ? named : [Directory.Exists(usual) ? usual : Path];
        return FolderFiles.Find([.. paths.Where(p => Directory.Exists(p) || File.Exists(p))]);
    }

    /// <summary>Tells at once, where <see cref="Progress{T}"/> would tell on a thread of its own choice.</summary>
    private sealed class CountedProgress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
