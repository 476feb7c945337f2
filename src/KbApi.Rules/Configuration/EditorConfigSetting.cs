using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.Configuration;

/// <summary>A line of an <c>.editorconfig</c> file that is addressed to rules.</summary>
/// <param name="Key">What stands before the equals sign.</param>
/// <param name="Value">What stands behind it.</param>
/// <param name="Location">The line.</param>
internal sealed record EditorConfigSetting(string Key, string Value, Location Location)
{
    private const string Prefix = "kb_";
    private const string Suffix = ".severity";
    private const string Rule = "kb_diagnostic.";
    private const string Category = "kb_category.";
    private const string All = "kb_diagnostic.severity";

    private static readonly ImmutableArray<string> Values = ["error", "warning", "info", "suggestion", "hidden", "silent", "none", "default"];

    /// <summary>Whether a key is addressed to rules at all; files hold much that is not.</summary>
    public static bool IsForRules(string key) => key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the setting, or null.</summary>
    /// <param name="rules">The kinds of finding there are.</param>
    public Diagnostic? Check(IReadOnlyCollection<DiagnosticDescriptor> rules) =>
        !Values.Contains(Value, StringComparer.OrdinalIgnoreCase) ? Problem(EngineDiagnostics.UnknownSeverity, Value, string.Join(", ", Values))
        : IsKnown(rules) ? null
        : Problem(EngineDiagnostics.UnknownSetting, Key);

    private bool IsKnown(IReadOnlyCollection<DiagnosticDescriptor> rules) =>
        Key.Equals(All, StringComparison.OrdinalIgnoreCase)
        || (NameBehind(Rule) is { } id && rules.Any(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
        || (NameBehind(Category) is { } category && rules.Any(r => r.Category.Equals(category, StringComparison.OrdinalIgnoreCase)));

    private string? NameBehind(string prefix) =>
        Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && Key.Length > prefix.Length + Suffix.Length
            ? Key[prefix.Length..^Suffix.Length]
            : null;

    private Diagnostic Problem(DiagnosticDescriptor descriptor, params ImmutableArray<object> arguments) => Diagnostic.Create(descriptor, Location, arguments);

    internal static Location LocationOf(string path, int line, int start, int length, int column) =>
        new(path, new TextSpan(start, length), new LinePosition(line, column), new LinePosition(line, column + length));
}
