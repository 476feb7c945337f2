using System.Collections.Frozen;
using System.Reflection;
using KbApi.Content.Configuration;

namespace KbApi.Content.Syntax.Dialects;

/// <summary>What alerts are called, in the languages of <c>alerts.yaml</c>.</summary>
internal sealed class AlertWords
{
    private const string OldPrefix = "AZURE.";

    private readonly FrozenDictionary<string, string> _kinds;

    private AlertWords(Dictionary<string, string> kinds) => _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static AlertWords LoadBuiltIn()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("KbApi.Content.Syntax.Dialects.alerts.yaml")!);
        var kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, words) in ConfigurationYaml.Read<Dictionary<string, List<string>>>(reader.ReadToEnd()))
        {
            foreach (var word in words)
            {
                kinds.TryAdd(word, kind);
            }
        }

        return new AlertWords(kinds);
    }

    /// <summary>The kind that a word names: <c>note</c>, <c>tip</c>, <c>important</c>, <c>warning</c> or <c>caution</c>; else null.</summary>
    public string? KindOf(ReadOnlySpan<char> word)
    {
        word = word.StartsWith(OldPrefix, StringComparison.OrdinalIgnoreCase) ? word[OldPrefix.Length..] : word;
        return _kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Trim(), out var kind) ? kind : null;
    }
}
