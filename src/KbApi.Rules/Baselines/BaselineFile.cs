using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;

namespace KbApi.Rules.Baselines;

/// <summary>
/// Findings that are known and not to be reported: one line each of id, path and a hash of the finding's own line, so that rows may move.
/// A finding that occurs more often than the file says is new.
/// </summary>
public sealed class BaselineFile
{
    private readonly ImmutableDictionary<string, int> _known;

    private BaselineFile(ImmutableDictionary<string, int> known) => _known = known;

    /// <summary>Reads a file's text; empty lines and those that begin with <c>#</c> say nothing.</summary>
    public static BaselineFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#');
        return new BaselineFile(lines.GroupBy(l => l, StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }

    /// <summary>The text of a file that knows some findings.</summary>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="textOf">The text of a document by the path of its findings, or null where it was not read.</param>
    public static string Write(IEnumerable<Diagnostic> diagnostics, Func<string, SourceText?> textOf)
    {
        var lines = diagnostics.Select(d => KeyOf(d, textOf)).Order(StringComparer.Ordinal);
        return "# kb baseline: findings that are known. One line each: id, hash of the line, path.\n" + string.Concat(lines.Select(l => l + "\n"));
    }

    /// <summary>The findings that the file does not know.</summary>
    public ImmutableArray<Diagnostic> Filter(IEnumerable<Diagnostic> diagnostics, Func<string, SourceText?> textOf)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var fresh = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var key = KeyOf(diagnostic, textOf);
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (count > _known.GetValueOrDefault(key))
            {
                fresh.Add(diagnostic);
            }
        }

        return fresh.ToImmutable();
    }

    private static string KeyOf(Diagnostic diagnostic, Func<string, SourceText?> textOf)
    {
        var text = textOf(diagnostic.Location.Path);
        var line = text is null ? "" : text[text.GetLineSpan(Math.Min(diagnostic.Location.Start.Line, text.LineCount - 1))].Trim();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Id} {hash} {diagnostic.Location.Path}");
    }
}
