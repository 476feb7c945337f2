using System.Collections.Immutable;

namespace KbApi.Rules.Configuration;

/// <summary>An <c>.editorconfig</c> file: keys and values for files by glob.</summary>
public sealed class EditorConfigFile
{
    private readonly string _folder;
    private readonly ImmutableArray<(Glob Glob, ImmutableDictionary<string, string> Values)> _sections;

    private EditorConfigFile(string folder, bool isRoot, ImmutableArray<(Glob, ImmutableDictionary<string, string>)> sections)
    {
        _folder = folder;
        IsRoot = isRoot;
        _sections = sections;
    }

    /// <summary>Whether files of outer folders do not count.</summary>
    public bool IsRoot { get; }

    /// <summary>Reads a file's text. Lines that are neither sections nor settings are passed over, as editors do.</summary>
    /// <param name="folder">The folder that it stands in, written as the paths of the documents are; empty for any.</param>
    /// <param name="text">Its text.</param>
    public static EditorConfigFile Parse(string folder, string text)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(text);
        var sections = ImmutableArray.CreateBuilder<(Glob, ImmutableDictionary<string, string>)>();
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        Glob? glob = null;
        var isRoot = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line is ['[', .. var pattern, ']'])
            {
                Close();
                glob = Glob.Parse(pattern);
            }
            else if (line.Length > 0 && line[0] is not ('#' or ';') && line.IndexOf('=') is var cut and > 0)
            {
                var (key, value) = (line[..cut].Trim(), line[(cut + 1)..].Trim());
                if (glob is null)
                {
                    isRoot |= key.Equals("root", StringComparison.OrdinalIgnoreCase) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
                }
                else
                {
                    values[key] = value;
                }
            }
        }

        Close();
        return new EditorConfigFile(folder.Replace('\\', '/').TrimEnd('/'), isRoot, sections.ToImmutable());

        void Close()
        {
            if (glob is not null)
            {
                sections.Add((glob, values.ToImmutable()));
            }

            values.Clear();
        }
    }

    internal string? Find(string path, string key)
    {
        if (_folder.Length > 0 && !path.StartsWith(_folder + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var relative = _folder.Length > 0 ? path[(_folder.Length + 1)..] : path;
        for (var i = _sections.Length - 1; i >= 0; i--)
        {
            if (_sections[i].Values.TryGetValue(key, out var value) && _sections[i].Glob.IsMatch(relative))
            {
                return value;
            }
        }

        return null;
    }
}
