using System.Collections.Immutable;

namespace KbApi.Rules.Configuration;

/// <summary>An <c>.editorconfig</c> file: keys and values for files by glob.</summary>
public sealed class EditorConfigFile
{
    private readonly string _above;
    private readonly ImmutableArray<(Glob Glob, ImmutableDictionary<string, string> Values)> _sections;

    private EditorConfigFile(
        string folder, string above, string text, bool isRoot, ImmutableArray<(Glob, ImmutableDictionary<string, string>)> sections, ImmutableArray<EditorConfigSetting> settings)
    {
        Text = text;
        Folder = folder;
        _above = above;
        IsRoot = isRoot;
        _sections = sections;
        Settings = settings;
    }

    /// <summary>Whether files of outer folders do not count.</summary>
    public bool IsRoot { get; }

    /// <summary>Where it stands, as the paths of documents are written; empty for above all of them.</summary>
    internal string Folder { get; }

    /// <summary>The folders between it and those that the paths of documents begin with, each with a slash behind it.</summary>
    internal string Above => _above;

    /// <summary>All that stands in it.</summary>
    internal string Text { get; }

    /// <summary>The lines that are addressed to rules, in order.</summary>
    internal ImmutableArray<EditorConfigSetting> Settings { get; }

    /// <summary>Reads a file's text. Lines that are neither sections nor settings are passed over, as editors do.</summary>
    /// <param name="folder">The folder that it stands in, written as the paths of the documents are; empty for any.</param>
    /// <param name="text">Its text.</param>
    public static EditorConfigFile Parse(string folder, string text) => Parse(folder, text, above: "");

    /// <param name="folder">As above.</param>
    /// <param name="text">As above.</param>
    /// <param name="above">As <see cref="Above"/>.</param>
    internal static EditorConfigFile Parse(string folder, string text, string above)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(text);
        var sections = ImmutableArray.CreateBuilder<(Glob, ImmutableDictionary<string, string>)>();
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var settings = ImmutableArray.CreateBuilder<EditorConfigSetting>();
        Glob? glob = null;
        var isRoot = false;
        var (number, start) = (0, 0);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            var column = raw.Length - raw.TrimStart().Length;
            if (line is ['[', .. var pattern, ']'])
            {
                Close();
                glob = Glob.Parse(pattern);
            }
            else if (line.Length > 0 && line[0] is not ('#' or ';') && line.IndexOf('=') is var cut and > 0)
            {
                var (key, value) = (line[..cut].Trim(), line[(cut + 1)..].Trim());
                if (EditorConfigSetting.IsForRules(key))
                {
                    settings.Add(new EditorConfigSetting(key, value, EditorConfigSetting.LocationOf(PathIn(folder), number, start + column, line.Length, column)));
                }

                if (glob is null)
                {
                    isRoot |= key.Equals("root", StringComparison.OrdinalIgnoreCase) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
                }
                else
                {
                    values[key] = value;
                }
            }

            number++;
            start += raw.Length + 1;
        }

        Close();
        return new EditorConfigFile(folder.Replace('\\', '/').TrimEnd('/'), above, text, isRoot, sections.ToImmutable(), settings.ToImmutable());

        void Close()
        {
            if (glob is not null)
            {
                sections.Add((glob, values.ToImmutable()));
            }

            values.Clear();
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, EditorConfigFiles.FileName).Replace('\\', '/');

    internal string? Find(string path, string key)
    {
        if (Folder.Length > 0 && !path.StartsWith(Folder + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var relative = _above + (Folder.Length > 0 ? path[(Folder.Length + 1)..] : path);
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
