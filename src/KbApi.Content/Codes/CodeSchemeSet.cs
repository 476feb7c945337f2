using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace KbApi.Content.Codes;

/// <summary>The schemes that codes are read by: the built-in ones, and those that a knowledge base adds. Immutable.</summary>
public sealed class CodeSchemeSet
{
    private readonly FrozenDictionary<string, ImmutableArray<(CodeScheme Scheme, CodePattern Pattern)>>.AlternateLookup<ReadOnlySpan<char>> _byPrefix;
    private readonly FrozenDictionary<string, CodeScheme>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly FrozenDictionary<string, CodeScheme> _bySection;

    private CodeSchemeSet(ImmutableArray<CodeScheme> schemes)
    {
        Schemes = schemes;
        _byPrefix = schemes.SelectMany(s => s.Patterns.Select(p => (Scheme: s, Pattern: p)))
            .GroupBy(p => LettersOf(p.Pattern.Prefix), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _byName = schemes.SelectMany(s => s.Names.Select(n => (Name: n, Scheme: s))).DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(p => p.Name, p => p.Scheme, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _bySection = schemes.Where(s => s.Section is not null).DistinctBy(s => s.Section, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(s => s.Section!, s => s, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All schemes; those that were added stand before the built-in ones.</summary>
    public ImmutableArray<CodeScheme> Schemes { get; }

    /// <summary>The scheme with an id, or null.</summary>
    public CodeScheme? this[string id] => Schemes.FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Schemes that were read before.</summary>
    internal static CodeSchemeSet Of(ImmutableArray<CodeScheme> schemes) => new(schemes);

    /// <summary>The schemes that come with the library.</summary>
    public static CodeSchemeSet LoadBuiltIn()
    {
        var name = typeof(CodeSchemeSet).Namespace + ".schemes.yaml";
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new CodeSchemeSet(CodeSchemeReader.Read(reader.ReadToEnd()));
    }

    /// <summary>These schemes and more; one with the id of one that is here stands in its place.</summary>
    /// <param name="yaml">Schemes in the form of the built-in ones.</param>
    /// <exception cref="FormatException">The text describes no schemes; the message tells where and why.</exception>
    public CodeSchemeSet With(string yaml)
    {
        var added = CodeSchemeReader.Read(yaml);
        return new CodeSchemeSet([.. added, .. Schemes.Where(s => added.All(a => a.Id != s.Id))]);
    }

    /// <summary>The code that letters, a separator and digits make by a pattern, or null.</summary>
    /// <param name="letters">The letters before the digits.</param>
    /// <param name="separator">What stands between; compared unless <paramref name="anySeparator"/>.</param>
    /// <param name="digits">The digits.</param>
    /// <param name="anySeparator">Whether people may write the separator as they like, as in look-ups.</param>
    internal ErrorCode? Match(ReadOnlySpan<char> letters, ReadOnlySpan<char> separator, ReadOnlySpan<char> digits, bool anySeparator)
    {
        if (!_byPrefix.TryGetValue(letters, out var candidates))
        {
            return null;
        }

        foreach (var (scheme, pattern) in candidates)
        {
            var isInForm = separator.SequenceEqual(pattern.Prefix.AsSpan(letters.Length))
                && digits.Length >= pattern.MinDigits && digits.Length <= pattern.MaxDigits;
            if ((anySeparator || isInForm) && pattern.Format(digits) is { } value)
            {
                return new ErrorCode(scheme.Id, value);
            }
        }

        return null;
    }

    /// <summary>Whether any scheme lists names.</summary>
    internal bool HasNames => _byName.Dictionary.Count > 0;

    /// <summary>The scheme that lists a name, or null.</summary>
    internal CodeScheme? OfName(ReadOnlySpan<char> name) =>
        _byName.TryGetValue(name, out var scheme) ? scheme : null;

    /// <summary>The scheme of the names and numbers of a section, or null.</summary>
    internal CodeScheme? OfSection(string articleId, string anchor) =>
        _bySection.Count == 0 ? null : _bySection.GetValueOrDefault($"{articleId}#{anchor}");

    private static string LettersOf(string prefix) => prefix.TrimEnd('_', '-', ' ', '.', ':');
}
