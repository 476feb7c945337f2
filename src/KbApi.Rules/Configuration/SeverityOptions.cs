using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Configuration;

/// <summary>
/// Severities from <c>.editorconfig</c> files: <c>kb_diagnostic.ID.severity</c>, <c>kb_category.NAME.severity</c> and
/// <c>kb_diagnostic.severity</c> for all. The nearest file counts, in it the last section that matches, and the narrower key before the wider.
/// </summary>
public sealed class SeverityOptions
{
    private readonly ImmutableArray<EditorConfigFile> _files;

    private SeverityOptions(ImmutableArray<EditorConfigFile> files)
    {
        _files = files;
        Fingerprint = FingerprintOf(files);
    }

    /// <summary>No settings: every rule has its default severity.</summary>
    public static SeverityOptions Default { get; } = new([]);

    /// <summary>Changes when one of the files does that has settings for rules; empty where none has. Lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Settings of some files.</summary>
    /// <param name="files">The files, those of inner folders after those of outer ones.</param>
    public static SeverityOptions From(IEnumerable<EditorConfigFile> files) => new([.. files]);

    /// <summary>Settings that were written by <see cref="ToJson"/>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static SeverityOptions FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return From((JsonSerializer.Deserialize(json, StoredSettings.Default.StoredFileArray) ?? []).OfType<StoredFile>().Select(f => EditorConfigFile.Parse(f.Folder, f.Text, f.Above)));
        }
        catch (JsonException e)
        {
            throw new FormatException("The settings of severities are no JSON of the expected form.", e);
        }
    }

    /// <summary>The files that have settings for rules, for keeping them with content that is kept.</summary>
    public byte[] ToJson() =>
        JsonSerializer.SerializeToUtf8Bytes([.. _files.Where(f => !f.Settings.IsEmpty).Select(f => new StoredFile(f.Folder, f.Above, f.Text))], StoredSettings.Default.StoredFileArray);

    /// <summary>The same settings for documents that are called by other paths.</summary>
    internal SeverityOptions Shown(ShownFolder folder) => From(_files.Select(folder.Apply));

    /// <summary>The finding with the severity that the settings give it, or null where they turn it off.</summary>
    public Diagnostic? Apply(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var value = Find(diagnostic.Location.Path, $"kb_diagnostic.{diagnostic.Id}.severity")
            ?? Find(diagnostic.Location.Path, $"kb_category.{diagnostic.Descriptor.Category}.severity")
            ?? Find(diagnostic.Location.Path, "kb_diagnostic.severity");
        return value switch
        {
            null or "default" => diagnostic,
            "none" => null,
            _ => diagnostic with { Severity = Parse(value) ?? diagnostic.Severity },
        };
    }

    /// <summary>A severity by the name that settings and the command line use, or null.</summary>
    public static DiagnosticSeverity? Parse(string? name) => name?.ToLowerInvariant() switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "info" or "suggestion" => DiagnosticSeverity.Info,
        "hidden" or "silent" => DiagnosticSeverity.Hidden,
        _ => null,
    };

    /// <summary>What is wrong with the settings.</summary>
    /// <param name="rules">The kinds of finding that settings may name.</param>
    internal IEnumerable<Diagnostic> Check(IReadOnlyCollection<DiagnosticDescriptor> rules) =>
        _files.SelectMany(f => f.Settings).Select(s => s.Check(rules)).OfType<Diagnostic>();

    private static string FingerprintOf(ImmutableArray<EditorConfigFile> files)
    {
        var texts = string.Join('\0', files.Where(f => !f.Settings.IsEmpty).Select(f => f.Text));
        return texts.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texts)));
    }

    private string? Find(string path, string key)
    {
        for (var i = _files.Length - 1; i >= 0; i--)
        {
            if (_files[i].Find(path, key) is { } value)
            {
                return value.ToLowerInvariant();
            }
        }

        return null;
    }
}
